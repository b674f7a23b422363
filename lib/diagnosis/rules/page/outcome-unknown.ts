import { phrase } from '../../../model/phrase';
import { byEntries } from '../../../outcome/outcome';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** Methods that are called to tell the server something. */
const telling = [
  'initSubscription',
  'subscribe',
  'updateSubscription',
  'suspendSubscription',
  'unsubscribe',
];

/** Longer than this no call takes that is well and waits for no visitor, milliseconds. */
const long = 10_000;

/** The last call ended, and nothing that was seen tells what became of it, or it does not end: no reason to say that all is well. */
export const outcomeUnknown: Rule = {
  id: 'outcome-unknown',
  part: 'page',
  node: 'sdk',
  severity: 'warning',
  title: 'ruleOutcomeUnknown',
  passed: 'passedOutcomeUnknown',
  needs: ['call'],
  link: sdkGuide,
  // These tell what it waits for.
  unless: [
    'error',
    'load-never-came',
    'permission-no-answer',
    'subscribe-no-answer',
    'worker-other-folder',
  ],
  find({ lastCall, isPast, of }) {
    // What worked later tells more than what is not known of an earlier call.
    const newest = telling
      .flatMap((method) => lastCall(method) ?? [])
      .reduce<ReturnType<typeof lastCall>>(
        (last, each) => (last && last.call.order > each.call.order ? last : each),
        undefined,
      );
    if (!newest) return null;
    const { call, outcome } = newest;
    const isUnknown = outcome.id === 'unknown';
    if (!isUnknown && (outcome.id !== 'running' || !isPast(call.time + long))) return null;
    return {
      title: phrase(isUnknown ? 'titleOutcomeUnknown' : 'titleCallRuns', call.name),
      sentence: outcome.sentence,
      evidence: [...byEntries(call), ...(isUnknown ? [] : outcome.evidence)],
      // The SDK has said itself that it went well.
      ...(isUnknown &&
        of('event', 'subscribe').some(({ order }) => order > call.order) && {
          severity: 'hint' as const,
        }),
      // Only what is unknown has something to be done next.
      advice: [{ who: 'site', text: outcome.next ?? phrase('adviceCallRuns') }],
    };
  },
};
