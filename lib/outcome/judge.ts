import { errorText } from '../model/error-text';
import { phrase } from '../model/phrase';
import { previewPhrase } from '../model/preview-phrase';
import type { SessionEntry } from '../model/session';
import { judgeInit } from './judge-init';
import {
  judgeConstructor,
  judgeRemove,
  judgeSuspend,
  judgeUnsubscribe,
  judgeUpdate,
} from './judge-others';
import { byEntries, type Outcome } from './outcome';
import { readError } from './read-error';
import type { Trail } from './trail';

const judges: Readonly<Record<string, (trail: Trail) => Outcome | undefined>> = {
  constructor: judgeConstructor,
  initSubscription: judgeInit,
  subscribe: judgeInit,
  updateSubscription: judgeUpdate,
  suspendSubscription: judgeSuspend,
  unsubscribe: judgeUnsubscribe,
  removeToken: judgeRemove,
};

/** What the call waits for: its newest effect that has not ended. */
const running = ({ call, effects }: Trail): Outcome => {
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

const left = ({ effects }: Trail): Outcome => ({
  id: 'page-left',
  severity: 'warning',
  sentence: phrase('callPageLeft'),
  evidence: byEntries(effects.at(-1)),
  next: phrase('nextPageLeft'),
});

/** The SDK's own failure; what the browser had refused the SDK before may be the reason, and is told. */
const sdkFailed = ({ call, effects }: Trail): Outcome | undefined => {
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

const unknown = ({ call, effects }: Trail): Outcome => {
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
export const judge = (trail: Trail): Outcome => {
  if (trail.call.status === 'pending') return trail.isPageLeft ? left(trail) : running(trail);
  const { name } = trail.call;
  const outcome = Object.hasOwn(judges, name) ? judges[name]?.(trail) : undefined;
  if (outcome) return outcome;
  // Put off, the work goes on after the call has ended.
  if (trail.effects.some(({ status }) => status === 'pending'))
    return trail.isPageLeft ? left(trail) : running(trail);
  return sdkFailed(trail) ?? unknown(trail);
};
