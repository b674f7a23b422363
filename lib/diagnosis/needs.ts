import { agreementOf } from '../facts/agreement';
import type { FactState } from '../facts/fact-state';
import type { PageFacts } from '../facts/page-facts';
import type { MessageKey } from '../model/message-key';
import { isScriptMime } from '../model/script-report';
import { answerOf } from '../outcome/chain';
import { entriesOf } from '../outcome/trail';
import { failedRenewal, lastRegister } from './ask-browser';
import { allMethods, subscribing } from './ask-outcome';
import { askedHere } from './asked-here';
import type { FindingPart } from './finding';
import { newestPush } from './newest-push';
import type { Scene } from './scene';
import { goodReportOf, handlesPush, scriptReportOf } from './script-report-of';
import { rememberedSave } from './told-server';

/** Something that has to have been seen before a rule may say that all is well. */
export interface Need {
  /** What it is, in a few words: "the worker's script". */
  name: MessageKey;
  /** What would show it. */
  shows: MessageKey;
  isSeen(scene: Scene): boolean;
  /** Whether it can never be seen in this page or browser. */
  isHidden?(scene: Scene): boolean;
}

const known =
  (test: (known: PageFacts) => boolean) =>
  (scene: Scene): boolean =>
    scene.known !== undefined && test(scene.known);

const agrees = (name: keyof ReturnType<typeof agreementOf>, state: FactState = 'ok') =>
  known((each) => agreementOf(each)[name].state === state);

/** Outcomes of calls of which something is still to come, or was never seen. */
const open: readonly string[] = ['running', 'waiting-for-load', 'page-left', 'unknown'];

/** Whether the last call of any of the methods ended, in one of the ways that are given. */
const ended =
  (methods: readonly string[], ...ids: string[]) =>
  (scene: Scene): boolean => {
    const last = methods
      .flatMap((method) => scene.lastCall(method) ?? [])
      .reduce<ReturnType<Scene['lastCall']>>(
        (newest, each) => (newest && newest.call.id > each.call.id ? newest : each),
        undefined,
      );
    if (!last || open.includes(last.outcome.id)) return false;
    return ids.length === 0 || ids.includes(last.outcome.id);
  };

/** Whether the last request of any of the names was answered so. */
const answered =
  (verdicts: readonly string[], ...names: string[]) =>
  ({ last }: Scene): boolean => {
    const request = last('request', ...names);
    return request !== undefined && verdicts.includes(answerOf(request).verdict);
  };

const altcraft = ['save', 'update', 'suspend', 'delete'];
const firebase = ['installations', 'registrations', 'fcm/connect/subscribe'];

const isScriptThere = (scene: Scene): boolean => {
  const report = scriptReportOf(scene);
  return report !== undefined && report.httpStatus < 300 && !report.redirectedTo;
};

const isPushHandled = (scene: Scene): boolean => {
  const id = newestPush(scene)?.outcome.id ?? '';
  return ['shown', 'shown-twice', 'replaced', 'posted-to-page'].includes(id);
};

/** The page's scripts have push methods that are not the browser's: the browser itself tells nothing of them. */
const isOfPage = known(({ subscription }) => subscription?.isOfPage === true);

/** All that a rule can need. */
export const needs = {
  state: { name: 'needState', shows: 'showState', isSeen: known(() => true) },
  loaded: { name: 'needLoaded', shows: 'showLoaded', isSeen: known(({ state }) => state.isLoaded) },
  sdk: { name: 'needSdk', shows: 'showSdk', isSeen: ({ page }) => page.sdk && page.hooked },
  config: {
    name: 'needConfig',
    shows: 'showConfig',
    isSeen: known(({ sdk }) => sdk.config !== undefined),
  },
  call: { name: 'needCall', shows: 'showCall', isSeen: ended(allMethods.slice(0, -1)) },
  'subscribed-call': {
    name: 'needSubscribedCall',
    shows: 'showSubscribedCall',
    isSeen: ended(subscribing),
  },
  'saved-call': {
    name: 'needSavedCall',
    shows: 'showSavedCall',
    isSeen: ended(subscribing, 'saved'),
  },
  'updated-call': {
    name: 'needUpdatedCall',
    shows: 'showUpdatedCall',
    isSeen: ended(['updateSubscription'], 'updated'),
  },
  'told-call': {
    name: 'needToldCall',
    shows: 'showToldCall',
    isSeen: ended(
      ['updateSubscription', 'suspendSubscription', 'unsubscribe'],
      'updated',
      'suspended',
      'unsubscribed',
    ),
  },
  'removed-call': {
    name: 'needRemovedCall',
    shows: 'showRemovedCall',
    isSeen: ended(['removeToken'], 'removed', 'partly-removed'),
  },
  granted: {
    name: 'needGranted',
    shows: 'showGranted',
    isSeen: known(({ state }) => state.permission.notification === 'granted'),
  },
  answered: {
    name: 'needAnswered',
    shows: 'showAnswered',
    isSeen: known(({ state }) =>
      ['granted', 'denied'].includes(state.permission.notification ?? ''),
    ),
  },
  asked: {
    name: 'needAsked',
    shows: 'showAsked',
    isSeen: (scene) =>
      known(({ state }) => ['granted', 'denied'].includes(state.permission.notification ?? ''))(
        scene,
      ) ||
      (scene.known !== undefined && askedHere(scene)),
  },
  'permission-query': {
    name: 'needPermissionQuery',
    shows: 'showState',
    isSeen: known(({ state }) => 'ok' in state.permission.query),
  },
  worker: {
    name: 'needWorker',
    shows: 'showWorker',
    isSeen: known(({ own }) => own?.active?.state === 'activated'),
  },
  'worker-steady': {
    name: 'needWorkerSteady',
    shows: 'showWorkerSteady',
    isSeen: known(({ own }) => Boolean(own?.active) && !own?.waiting && !own?.installing),
  },
  'worker-browser': {
    name: 'needWorkerBrowser',
    shows: 'showWorkerBrowser',
    isSeen: agrees('browser'),
  },
  registered: {
    name: 'needRegistered',
    shows: 'showRegistered',
    isSeen: (scene) =>
      lastRegister(scene)?.status !== 'failed' && failedRenewal(scene) === undefined,
  },
  'script-answer': {
    name: 'needScriptAnswer',
    shows: 'showScript',
    isSeen: (scene) => scriptReportOf(scene) !== undefined,
  },
  'script-there': { name: 'needScriptThere', shows: 'showScript', isSeen: isScriptThere },
  'script-text': {
    name: 'needScriptText',
    shows: 'showScript',
    isSeen: (scene) => isScriptThere(scene) && isScriptMime(scriptReportOf(scene)?.mime ?? ''),
  },
  'push-handler': {
    name: 'needPushHandler',
    shows: 'showPushHandler',
    isSeen: (scene) =>
      isPushHandled(scene) || [goodReportOf(scene)].some((report) => report && handlesPush(report)),
  },
  subscribed: {
    name: 'needSubscribed',
    shows: 'showSubscribed',
    isSeen: (scene) =>
      known(({ subscription }) => subscription !== undefined)(scene) &&
      (scene.last('subscription', 'subscribe')?.status ?? 'ok') === 'ok',
  },
  'subscribed-now': {
    name: 'needSubscribedNow',
    shows: 'showSubscribedNow',
    isSeen: (scene) => scene.last('subscription', 'subscribe')?.status === 'ok',
  },
  subscription: {
    name: 'needSubscription',
    shows: 'showSubscribed',
    isSeen: known(({ subscription }) => subscription !== undefined),
  },
  'own-subscription': {
    name: 'needOwnSubscription',
    shows: 'showSubscribed',
    isSeen: known(
      ({ subscription, own }) => subscription !== undefined && !subscription.isOfPage && !!own,
    ),
    isHidden: isOfPage,
  },
  'key-compared': { name: 'needKey', shows: 'showKey', isSeen: agrees('key') },
  token: { name: 'needToken', shows: 'showToken', isSeen: known(({ token }) => !!token) },
  'token-compared': {
    name: 'needTokenCompared',
    shows: 'showTokenCompared',
    isSeen: agrees('token'),
  },
  cache: {
    name: 'needCache',
    shows: 'showCache',
    isSeen: known(
      ({
        state: {
          stored: { databases },
        },
      }) => {
        const { localforage } = databases;
        return 'ok' in localforage && localforage.ok !== null;
      },
    ),
  },
  answer: {
    name: 'needAnswer',
    shows: 'showAnswer',
    isSeen: answered(['accepted', 'refused'], ...altcraft),
  },
  accepted: {
    name: 'needAccepted',
    shows: 'showAnswer',
    isSeen: answered(['accepted'], ...altcraft),
  },
  told: {
    name: 'needAccepted',
    shows: 'showAnswer',
    isSeen: (scene) =>
      answered(['accepted'], ...altcraft)(scene) || rememberedSave(scene) !== undefined,
  },
  'accepted-save': {
    name: 'needAcceptedSave',
    shows: 'showAnswer',
    isSeen: (scene) =>
      answered(['accepted'], 'save', 'update')(scene) || rememberedSave(scene) !== undefined,
  },
  'firebase-answer': {
    name: 'needFirebaseAnswer',
    shows: 'showFirebaseAnswer',
    isSeen: answered(['accepted', 'refused'], ...firebase),
  },
  'firebase-accepted': {
    name: 'needFirebaseAccepted',
    shows: 'showFirebaseAnswer',
    isSeen: answered(['accepted'], ...firebase),
  },
  'push-accepted': {
    name: 'needPushAccepted',
    shows: 'showPushAccepted',
    isSeen: (scene) => {
      const newest = newestPush(scene);
      if (!newest) return false;
      const { push, steps } = newest;
      return (
        push.detail.way === 'live' ||
        entriesOf(steps, 'worker-step', 'push-service').at(-1)?.status === 'ok'
      );
    },
  },
  'push-handled': { name: 'needPushHandled', shows: 'showPush', isSeen: isPushHandled },
  'push-shown': {
    name: 'needPushShown',
    shows: 'showPush',
    isSeen: (scene) => newestPush(scene)?.outcome.id === 'shown',
  },
  ack: {
    name: 'needAck',
    shows: 'showAck',
    isSeen: (scene) =>
      entriesOf(newestPush(scene)?.steps ?? [], 'request', 'ack').at(-1)?.status === 'ok',
  },
  click: {
    name: 'needClick',
    shows: 'showClick',
    isSeen: ({ pushes }) => {
      const click = pushes().find(({ push }) => push.name === 'notificationclick');
      return entriesOf(click?.steps ?? [], 'worker-step', 'openWindow', 'focus', 'navigate').some(
        ({ status }) => status === 'ok',
      );
    },
  },
} as const satisfies Record<string, Need>;

export type NeedId = keyof typeof needs;

/** What the rules of a part need that do not say it: the most that the part's rules need. */
export const defaultNeeds: Readonly<Record<FindingPart, readonly NeedId[]>> = {
  page: ['sdk', 'loaded'],
  permission: ['granted'],
  worker: ['worker', 'script-text'],
  subscription: ['subscribed', 'own-subscription'],
  token: ['token'],
  server: ['accepted'],
  push: ['push-shown'],
};
