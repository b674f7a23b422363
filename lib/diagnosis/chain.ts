import { shortPushServiceName } from '../akpush/push-service';
import { readWorkerUrl } from '../akpush/worker-url';
import { joinedBy, type Phrase, phrase } from '../model/phrase';
import type { SignId } from '../model/sign';
import { answerOf } from '../outcome/chain';
import type { Outcome } from '../outcome/outcome';
import { maskSecret } from '../text/mask-secret';
import type { DiagnosisInput } from './diagnosis-input';
import { fallbackWorker } from './fallback-worker';
import { type Finding, type NodeId, nodeIds } from './finding';
import { newestPush } from './newest-push';
import { acceptedSave, isRotationTold, lastTold, rememberedSave } from './told-server';

/** `ok`: seen to work; `broken`: a finding says that nothing gets past it; `unknown`: not there yet, or not seen. The value of `data-state`. */
export type NodeState = 'ok' | 'broken' | 'unknown';

/** A link of the chain from the page to the notification. */
export interface ChainNode {
  id: NodeId;
  state: NodeState;
  /** What is to be thought of it. */
  sign: SignId;
  /** What is known of it, in a few words. */
  note: Phrase;
  /** Whether something about it is not as it should be, though it breaks nothing. */
  isWarned: boolean;
  /** Ids of the findings about it. */
  findings: readonly string[];
}

/** The chain of an input. */
export interface Chain {
  nodes: readonly ChainNode[];
  /** The first broken link; `null` when none is. */
  first: NodeId | null;
  /** The first link of a subscription that is not there yet, where none is broken; `null` when somebody is subscribed. */
  next: NodeId | null;
}

type Seen = readonly [isOk: boolean, note: Phrase];

const none = phrase('chainNone');
const notSeen = phrase('chainNotSeen');

/** What is said of a link that is broken is not that it is still to come: a finding has said what is wrong. */
const noteOf = (note: Phrase, isBroken: boolean): Phrase => {
  if (!isBroken) return note;
  return note === none ? phrase('chainMissing') : note === notSeen ? phrase('chainFault') : note;
};

/** What ended the subscription at the server, if that is what it was told last. */
const endingOf = (input: DiagnosisInput): Phrase | undefined => {
  const told = lastTold(input);
  return told?.name === 'suspend' || told?.name === 'delete'
    ? joinedBy(' ', told.name, answerOf(told).short)
    : undefined;
};

/** What came of the newest push, in a word: the finding about it says the rest. */
const pushNote = ({ id }: Outcome, isPushed: boolean): Phrase =>
  phrase(isPushed ? 'chainPushed' : id === 'running' ? 'chainPushRuns' : 'chainPushFailed');

const seenNodes = (input: DiagnosisInput): Record<NodeId, Seen> => {
  const { page, known } = input;
  const permission = known?.state.permission;
  const own = known?.own;
  const subscription = known?.subscription;
  const token = known?.token;
  const save = known?.save;
  const accepted = acceptedSave(input);
  const remembered = rememberedSave(input);
  const newest = newestPush(input);
  const arrived: readonly string[] = ['shown-twice', 'replaced'];
  const isPushed = newest?.outcome.severity === 'ok' || arrived.includes(newest?.outcome.id ?? '');
  // A push that nobody here has sent came by way of the server.
  const isFromServer = isPushed && newest?.push.detail.way === 'live';
  const shown = own && 'ok' in own.notifications ? own.notifications.ok.length : 0;
  const isShown = ['shown', 'replaced'].includes(newest?.outcome.id ?? '') || shown > 0;
  const holder = own ?? fallbackWorker(input);
  const worker = holder?.active ?? holder?.waiting ?? holder?.installing;
  return {
    page: [
      permission?.secureContext === true,
      URL.canParse(page.url) ? new URL(page.url).host : page.url,
    ],
    sdk: [
      page.sdk && page.hooked,
      page.hooked
        ? page.sdk
          ? [known?.sdk.generation, known?.sdk.mode].filter(Boolean).join(', ')
          : none
        : phrase('chainReload'),
    ],
    permission: [permission?.notification === 'granted', permission?.notification ?? none],
    worker: [
      holder?.active?.state === 'activated',
      worker
        ? `${own ? (readWorkerUrl(worker.scriptURL).browser ?? '?') : 'Firebase'}, ${worker.state}`
        : none,
    ],
    'push-service': [
      subscription !== undefined,
      subscription ? shortPushServiceName(subscription.value.endpoint) : notSeen,
    ],
    subscription: [
      subscription !== undefined,
      subscription
        ? phrase(
            subscription.value.applicationServerKey === null && !subscription.isOfPage
              ? 'chainUnrestricted'
              : 'chainThere',
          )
        : none,
    ],
    token: [token !== undefined, token ? maskSecret(token.text) : none],
    server: [
      save
        ? // Of another token than the cached one nobody knows whether it is still pushed to.
          save.outcome === 'accepted' &&
          (save.token === undefined || save.token === token?.text || isRotationTold(input))
        : accepted !== undefined || remembered !== undefined || isFromServer,
      endingOf(input) ??
        (save
          ? joinedBy(' ', save.entry.name, save.short)
          : accepted
            ? joinedBy(' ', accepted.name, answerOf(accepted).short)
            : remembered !== undefined
              ? phrase('verdictRemembered', { moment: remembered })
              : notSeen),
    ],
    push: [isPushed, newest ? pushNote(newest.outcome, isPushed) : notSeen],
    notification: [
      isShown,
      shown > 0 ? phrase('chainShown', shown) : isShown ? phrase('chainShownOnce') : notSeen,
    ],
  };
};

/** Whether the browser did not let a link be read, so that nobody knows whether it is there. */
const isUnread = (id: NodeId, { known }: DiagnosisInput): boolean => {
  if (!known) return false;
  const { workers } = known.state;
  if (id === 'worker') return 'failed' in workers;
  if (id === 'token') return known.cache.problem !== undefined && known.cache.problem !== null;
  if (id !== 'subscription' && id !== 'push-service') return false;
  return 'failed' in workers || (known.own !== undefined && 'failed' in known.own.subscription);
};

/** Links without which nobody is subscribed. */
const needed: readonly NodeId[] = ['sdk', 'permission', 'worker', 'subscription', 'token'];

/** Draws the chain. `causes`: the findings of the input; one that is no error breaks nothing. */
export const chainOf = (input: DiagnosisInput, causes: readonly Finding[]): Chain => {
  const findings = causes.flatMap((cause) => [cause, ...(cause.consequences ?? [])]);
  const seen = seenNodes(input);
  const nodes = nodeIds.map((id): ChainNode => {
    const about = findings.filter(({ node }) => node === id);
    const isBroken = about.some(({ severity }) => severity === 'error');
    const [isOk, note] = seen[id];
    const state = isBroken ? 'broken' : isOk && input.known ? 'ok' : 'unknown';
    const isWarned = about.some(({ severity }) => severity === 'warning');
    const sign = isBroken
      ? 'fault'
      : isWarned
        ? 'attention'
        : state === 'ok'
          ? 'ok'
          : isUnread(id, input)
            ? 'unread'
            : 'not-yet';
    return {
      id,
      state,
      sign,
      note: noteOf(note, isBroken),
      isWarned,
      findings: about.map((each) => each.id),
    };
  });
  const first = nodes.find(({ state }) => state === 'broken')?.id ?? null;
  const next = nodes.find(({ id, state }) => state === 'unknown' && needed.includes(id))?.id;
  return { nodes, first, next: first === null && next !== undefined ? next : null };
};
