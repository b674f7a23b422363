import { errorMessage } from '../model/error-text';
import { phrase, sentences } from '../model/phrase';
import type { SessionEntry, SessionPage } from '../model/session';
import { isReal } from './is-real';
import { judgeClick } from './judge-click';
import { judgeCutOff } from './judge-cut-off';
import { judgeOther } from './judge-other-event';
import { judgeService } from './judge-service';
import { judgeShown } from './judge-shown';
import { judgeUnseen } from './judge-unseen';
import { judgeUnshown } from './judge-unshown';
import { byEntries, type Outcome } from './outcome';
import { pushOutcome } from './push-outcome';

/**
 * What became of a push. `steps`: its effects, in order. `page`: the one that was inspected. `others`: how many earlier pushes may be shown meanwhile: a
 * notification that is only read afterwards does not say of which push it is.
 */
export const judgePush = (
  push: SessionEntry,
  steps: readonly SessionEntry[],
  page?: SessionPage,
  others: () => number = () => 0,
): Outcome => {
  const judged = judgeSteps(push, steps, page, others);
  return push.kind === 'push' && push.detail.isGuess && push.status !== 'pending'
    ? { ...judged, sentence: sentences(judged.sentence, phrase('pushByTime')) }
    : judged;
};

const judgeSteps = (
  push: SessionEntry,
  steps: readonly SessionEntry[],
  page: SessionPage | undefined,
  others: () => number,
): Outcome => {
  if (push.kind !== 'push') return pushOutcome('not-sent', 'error', '', []);
  if (push.status === 'pending')
    return pushOutcome('running', 'info', phrase('pushRunning'), byEntries(steps.at(-1)));
  const refused = judgeService(push, steps);
  if (refused) return refused;
  if (push.name === 'foreground' && push.status === 'ok')
    return pushOutcome('sent-to-page', 'ok', phrase('pushSentToPage'), byEntries(push));
  const cutOff = judgeCutOff(steps);
  if (cutOff) return cutOff;
  if (push.detail.error && steps.length < 2)
    return pushOutcome(
      'not-sent',
      'error',
      phrase('pushNotSent', errorMessage(push.detail.error)),
      byEntries(push),
    );
  if (push.name === 'notificationclick') return judgeClick(push, steps);
  if (push.name !== 'push' && push.name !== 'notification') return judgeOther(steps);
  const judged = judgeShown(push, steps, others) ?? judgeUnshown(steps, page);
  if (judged) return judged;
  if (isReal(push)) return judgeUnseen(push, steps);
  return pushOutcome(
    'nothing-shown',
    'warning',
    phrase('pushNothingShown'),
    byEntries(...steps.slice(0, 5)),
    phrase('nextNothingShown'),
  );
};
