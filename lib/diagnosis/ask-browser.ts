import { isSdkWorker, sdkRegisters } from '../facts/sdk-registers';
import { fieldsOf, textOf } from '../model/encoded-value';
import type { MessageKey } from '../model/message-key';
import { phrase, sentences } from '../model/phrase';
import { isScriptMime } from '../model/script-report';
import type { EntryWith } from '../model/session';
import { fact, failedUpdate, saidError } from '../outcome/chain';
import {
  explainSubscribeError,
  explainWorkerCause,
  explainWorkerError,
  isPermissionError,
} from '../outcome/explain-error';
import { byEntries } from '../outcome/outcome';
import { readError } from '../outcome/read-error';
import { subscribing } from './ask-outcome';
import type { DiagnosisInput } from './diagnosis-input';
import { connectionKeys, type Engine, forEngine } from './engine';
import { fallbackWorker } from './fallback-worker';
import { type Diagnosis, forSite, type NodeId } from './finding';
import { subscribeGuide } from './guides';
import { lastSubscribe } from './last-subscribe';
import { policyRefusal } from './policy-refusal';
import type { Rule } from './rule';
import { scriptReportOf } from './script-report-of';
import { titleAddress } from './title';

/** Causes by which a browser says no more than that it failed: Firefox, mostly. */
const vague = ['worker-install', 'worker-insecure', 'worker-other', 'worker-script'];

/** The cause that the addresses or the server's own answer tell, where the browser does not. */
const provenCause = (
  input: DiagnosisInput,
  { detail }: EntryWith<'worker'>,
): string | undefined => {
  const { page } = input;
  if (!detail.script || !URL.canParse(detail.script, page.url)) return undefined;
  const script = new URL(detail.script, page.url).href;
  if (policyRefusal(input, script, true)) return 'worker-forbidden';
  if (new URL(script).origin !== new URL(page.url).origin) return 'worker-origin';
  const report = scriptReportOf(input);
  if (report?.redirectedTo) return 'worker-redirect';
  if (report && report.httpStatus >= 400) return 'worker-http';
  if (report && !isScriptMime(report.mime)) return 'worker-mime';
  const scope = textOf(fieldsOf(detail.options).scope);
  const folder = new URL('./', script).pathname;
  if (scope === undefined || !URL.canParse(scope, page.url) || report?.allowed) return undefined;
  return new URL(scope, page.url).pathname.startsWith(folder) ? undefined : 'worker-scope';
};

/** The last attempt to register the SDK's own worker. */
export const lastRegister = ({ of, known }: DiagnosisInput): EntryWith<'worker'> | undefined =>
  sdkRegisters(of('worker', 'register'), known?.sdk).at(-1);

/** The last update of the SDK's registration, where it failed: in Firebase mode no call tells. */
export const failedRenewal = ({ of, known }: DiagnosisInput): EntryWith<'worker'> | undefined => {
  const scope = known?.own?.scope;
  const last = of('worker', 'update').findLast(
    ({ detail }) => scope !== undefined && detail.scope === scope,
  );
  return last?.status === 'failed' ? last : undefined;
};

/** A registration of the SDK's worker that the browser refused for the given cause, and that none has mended since. */
export const refusedWorker = (
  input: DiagnosisInput,
  ...causes: readonly string[]
): Diagnosis | null => {
  const { known } = input;
  const register = lastRegister(input);
  const refused = register?.status === 'failed' ? readError(register.detail.error) : undefined;
  const call = subscribing
    .flatMap((method) => input.lastCall(method)?.call ?? [])
    .find(failedUpdate);
  const renewal = failedRenewal(input);
  const error =
    refused ?? (call && failedUpdate(call)) ?? (renewal && readError(renewal.detail.error));
  if (!error) return null;
  const said = explainWorkerError(error);
  const proven = vague.includes(said.cause) && register ? provenCause(input, register) : undefined;
  const { cause, meaning, next } = (proven && explainWorkerCause(proven)) || said;
  if (!causes.includes(cause)) return null;
  const fallback = fallbackWorker(input);
  const report = proven && proven !== 'worker-origin' ? scriptReportOf(input) : undefined;
  const script = register?.detail.script ?? scriptReportOf(input)?.url;
  return {
    sentence: sentences(
      phrase('outcomeWorkerFailed', meaning),
      fallback
        ? phrase('findFallbackHolds', fallback.scope)
        : phrase(known?.own?.active && known.subscription ? 'findWorkerStays' : 'findWorkerNone'),
    ),
    evidence: [
      ...byEntries(refused ? register : (call ?? renewal)),
      ...saidError(error),
      ...(report ? [fact(report.url, `HTTP ${report.httpStatus}, ${report.mime}`)] : []),
    ],
    ...(script && { about: titleAddress(script, input.page.url) }),
    advice: [{ who: 'site', text: next }],
    fixes: ['inspect-script'],
    // The worker of an earlier registration still takes pushes, and so does Firebase's; without a subscription there are none, and none can be made.
    ...(known?.subscription &&
      (known.own?.active || fallback?.active) && { severity: 'warning' as const }),
  };
};

/** The entry that tells that the SDK's newest worker became redundant before it was active; a worker that is replaced or unregistered becomes so later. */
export const failedInstall = ({
  of,
  known,
  page,
}: DiagnosisInput): EntryWith<'worker'> | undefined => {
  const entries = of('worker').filter(({ detail }) =>
    isSdkWorker(detail.script, page.url, known?.sdk),
  );
  const last = entries.at(-1);
  if (last?.name !== 'redundant' || known?.own?.active) return undefined;
  const begun = entries.findLastIndex(({ name }) => name === 'installing');
  const isActive = entries
    .slice(Math.max(0, begun))
    .some(({ name }) => name === 'activating' || name === 'active');
  return begun >= 0 && !isActive ? last : undefined;
};

/** Causes that the browser finds before it looks at the permission: a first visitor meets them, and is never asked. */
const beforePermission: readonly string[] = [
  'subscribe-no-key',
  'subscribe-bad-key',
  'subscribe-no-worker',
  'subscribe-user-visible',
];

/** What the browser's own pages and settings say of a cause. */
const ofBrowser: Readonly<Record<string, Partial<Record<Engine, MessageKey>>>> = {
  'subscribe-unreachable': connectionKeys,
  'subscribe-service-off': {
    chromium: 'adviceServiceOffBrave',
    gecko: 'adviceServiceOffFirefox',
  },
};

/** Whether the permission was not given yet when something was asked of the push manager: it says nothing once it is. */
const wasUndecided = (
  { of, known, session, page }: DiagnosisInput,
  { call, time, order }: EntryWith<'subscription'>,
): boolean => {
  if (known?.token && known.subscription) return true;
  const isGiven = of('permission').some(
    (each) => each.order < order && each.detail.answer === 'granted',
  );
  if (isGiven) return false;
  const asked = of('call').find(({ id }) => id === call)?.detail.permission;
  const read = session.readings.findLast(
    ({ document, from }) => document === page.document && from <= time,
  )?.value.permission.notification;
  return (asked ?? read ?? 'granted') !== 'granted';
};

/** A rule for a cause for which `pushManager.subscribe` is refused. */
export const subscribeRule = (
  id: string,
  title: MessageKey,
  passed: MessageKey,
  node?: NodeId,
  who: 'site' | 'browser' = 'site',
): Rule => ({
  id,
  part: 'subscription',
  ...(node && { node }),
  severity: 'error',
  title,
  passed,
  needs: ['subscribed'],
  link: subscribeGuide,
  unless: ['config-placeholder'],
  find(input) {
    const { known, engine } = input;
    const entry = lastSubscribe(input);
    const error = entry?.status === 'failed' ? readError(entry.detail.error) : undefined;
    if (!entry || !error || !known || known.state.permission.privateWindow) return null;
    const { cause, meaning, next } = explainSubscribeError(error);
    if (cause !== (id === 'subscribe-refused' ? 'subscribe-other' : id)) return null;
    if (id === 'subscribe-refused' && isPermissionError(error) && wasUndecided(input, entry))
      return null;
    // Without the permission no push service is asked.
    const isGranted = known.state.permission.notification === 'granted';
    if (!isGranted && !beforePermission.includes(cause)) return null;
    return {
      sentence: phrase('outcomeSubscribeFailed', meaning),
      evidence: [...byEntries(entry), ...saidError(error)],
      advice:
        id === 'subscribe-no-key' && known.sdk.mode === 'firebase'
          ? [forSite('adviceNoKeyOther')]
          : [{ who, text: next }, ...forEngine(engine, ofBrowser[id] ?? {})],
      ...(id === 'subscribe-other-key' && { fixes: ['unsubscribe' as const] }),
    };
  },
});
