import { errorText } from '../model/error-text';
import { phrase } from '../model/phrase';
import { previewPhrase } from '../model/preview-phrase';
import type { SessionEntry } from '../model/session';
import type { CallContext } from './call-context';
import { byEntries, type Outcome } from './outcome';
import { outcomeOfConstructor } from './outcome-of-constructor';
import { outcomeOfInit } from './outcome-of-init';
import { outcomeOfRemove } from './outcome-of-remove';
import { outcomeOfSuspend } from './outcome-of-suspend';
import { outcomeOfUnsubscribe } from './outcome-of-unsubscribe';
import { outcomeOfUpdate } from './outcome-of-update';
import { readError } from './read-error';

const judges: Readonly<Record<string, (context: CallContext) => Outcome | undefined>> = {
  constructor: outcomeOfConstructor,
  initSubscription: outcomeOfInit,
  subscribe: outcomeOfInit,
  updateSubscription: outcomeOfUpdate,
  suspendSubscription: outcomeOfSuspend,
  unsubscribe: outcomeOfUnsubscribe,
  removeToken: outcomeOfRemove,
};

/** What the call waits for: its newest effect that has not ended. */
const running = ({ call, effects }: CallContext): Outcome => {
  const open = effects.findLast((effect: SessionEntry) => effect.status === 'pending');
  const sentence =
    open?.kind === 'permission' ||
    (open?.name === 'subscribe' && call.detail.permission === 'default')
      ? phrase('outcomeRunningPrompt')
      : open
        ? phrase('outcomeRunningStep', open.name)
        : phrase('outcomeRunning');
  return { id: 'running', severity: 'info', sentence, evidence: byEntries(open) };
};

const left = ({ effects }: CallContext): Outcome => ({
  id: 'page-left',
  severity: 'warning',
  sentence: phrase('callPageLeft'),
  evidence: byEntries(effects.at(-1)),
  next: phrase('nextPageLeft'),
});

/** The SDK's own failure; what the browser had refused the SDK before may be the reason, and is told. */
const sdkFailed = ({ call, effects }: CallContext): Outcome | undefined => {
  const error = readError(call.detail.error);
  if (call.status !== 'failed' || !error) return undefined;
  const refused = effects.findLast(({ status }) => status === 'failed');
  return {
    id: 'sdk-failed',
    severity: 'error',
    sentence: phrase(call.detail.thrown ? 'outcomeThrew' : 'outcomeRejected', errorText(error)),
    evidence: byEntries(call, refused),
    next: refused ? phrase('nextSdkFailedStep', refused.name) : phrase('nextSdkFailed'),
  };
};

const unknown = ({ call, effects }: CallContext): Outcome => {
  const shown = effects.slice(0, 10);
  const seen = shown.map(({ name, status }) => `${name} (${status})`);
  if (effects.length > shown.length) seen.push('…');
  return {
    id: 'unknown',
    severity: 'warning',
    sentence: phrase(
      effects.length > 0 ? 'outcomeUnknown' : 'outcomeUnknownNothing',
      call.detail.result === undefined ? 'undefined' : previewPhrase(call.detail.result, 60),
      seen.join(', '),
    ),
    evidence: byEntries(...shown),
    next: phrase('nextUnknown'),
  };
};

/**
 * Says what really happened to a call, whatever it returned: by its effects and the state before and after it. Pure; every call has an
 * outcome.
 */
export const judge = (context: CallContext): Outcome => {
  if (context.call.status === 'pending')
    return context.isPageLeft ? left(context) : running(context);
  const { name } = context.call;
  const outcome = Object.hasOwn(judges, name) ? judges[name]?.(context) : undefined;
  if (outcome) return outcome;
  // Put off, the work goes on after the call has ended.
  if (context.effects.some(({ status }) => status === 'pending'))
    return context.isPageLeft ? left(context) : running(context);
  return sdkFailed(context) ?? unknown(context);
};
