import { phrase } from '../../../model/phrase';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
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

/** The last call ended, and nothing that was seen tells what became of it: no reason to say that all is well. */
export const outcomeUnknown: Rule = {
  id: 'outcome-unknown',
  part: 'page',
  node: 'sdk',
  severity: 'warning',
  title: 'ruleOutcomeUnknown',
  passed: 'passedOutcomeUnknown',
  needs: ['call'],
  link: sdkGuide,
  unless: 'error',
  find({ lastCall }) {
    // What worked later tells more than what is not known of an earlier call.
    const newest = telling
      .flatMap((method) => lastCall(method) ?? [])
      .reduce<ReturnType<typeof lastCall>>(
        (last, each) => (last && last.call.order > each.call.order ? last : each),
        undefined,
      );
    if (newest?.outcome.id !== 'unknown') return null;
    return {
      title: phrase('titleOutcomeUnknown', newest.call.name),
      sentence: newest.outcome.sentence,
      evidence: byEntries(newest.call),
      advice: [forSite('nextUnknown')],
    };
  },
};
