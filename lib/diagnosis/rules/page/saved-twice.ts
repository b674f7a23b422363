import { tokenIn } from '../../../facts/save-facts';
import type { MessageKey } from '../../../model/message-key';
import { phrase, sentences } from '../../../model/phrase';
import type { EntryWith } from '../../../model/session';
import { type CallEntry, endOf, isPutOff } from '../../../outcome/call-context';
import { answerOf } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { subscribing } from '../../ask-outcome';
import type { DiagnosisInput } from '../../diagnosis-input';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { resourceOf } from '../../stray-requests';

type Save = EntryWith<'request'>;

/** The calls that the page itself made and that were at work when a save was sent after another one. */
const atWork = (calls: readonly CallEntry[], first: Save, second: Save): CallEntry[] => {
  const running = calls.filter(
    (call) => call.call === undefined && call.time < second.time && endOf(call) > second.time,
  );
  // One that was put off has ended long before it does anything: only what overlaps tells that two did.
  if (second.time < endOf(first))
    return [...calls.filter((call) => isPutOff(call) && call.time < first.time), ...running];
  // The first was answered: by whomever it was sent, he must not have done with it.
  const causes = first.call === undefined ? first.candidates : [first.call];
  const isOpen = (id: number): boolean => running.some((call) => call.id === id);
  return Array.isArray(causes) && causes.length > 0 && causes.every(isOpen) ? running : [];
};

/** How many saves and calls are looked at, so that the cost does not grow with the session. */
const maxSaves = 20;
const maxCalls = 100;

/** Two accepted saves of one resource by two calls at once; `undefined`: one came after the other was done. */
const twoAtOnce = ({
  of,
}: DiagnosisInput): { saves: [Save, Save]; calls: CallEntry[] } | undefined => {
  const calls = of('call', ...subscribing).slice(-maxCalls);
  const saves = of('request', 'save')
    .slice(-maxSaves)
    .filter((save) => answerOf(save).verdict === 'accepted');
  for (const [at, second] of saves.entries()) {
    const first = saves[at - 1];
    const working = first ? atWork(calls, first, second) : [];
    if (!first || working.length < 2 || !working.some(({ time }) => time < first.time)) continue;
    if (resourceOf(first) === resourceOf(second))
      return { saves: [first, second], calls: working.slice(0, 2) };
  }
  return undefined;
};

/** Two calls of `initSubscription` at once that each saved a subscription: an instance holds back its own second call alone, and old builds not even that. */
export const savedTwice: Rule = {
  id: 'saved-twice',
  part: 'page',
  node: 'sdk',
  severity: 'warning',
  title: 'ruleSavedTwice',
  passed: 'passedSavedTwice',
  needs: ['saved-call'],
  link: sdkGuide,
  find(input) {
    const found = twoAtOnce(input);
    if (!found) return null;
    const { saves, calls } = found;
    const [first, second] = saves.map(tokenIn);
    const isSame = first !== undefined && first === second;
    const instances = input.of('call', 'constructor').length;
    const hasPending = input.of('sdk').some(({ detail }) => detail.hasPending === true);
    const advice: MessageKey = hasPending ? 'adviceOneInstance' : 'adviceOneCall';
    return {
      sentence: sentences(
        phrase(instances > 1 ? 'findSavedTwiceInstances' : 'findSavedTwiceCalls', instances),
        phrase(isSame ? 'findSavedTwiceSame' : 'findSavedTwiceOther'),
      ),
      evidence: byEntries(...saves, ...calls, ...input.of('call', 'constructor').slice(-2)),
      advice: [forSite(advice)],
    };
  },
};
