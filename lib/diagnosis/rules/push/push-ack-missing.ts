import { phrase } from '../../../model/phrase';
import { entriesOf } from '../../../outcome/call-context';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The worker reported the delivery, and the report did not arrive: the platform counts the push as not delivered. */
export const pushAckMissing: Rule = {
  id: 'push-ack-missing',
  part: 'push',
  severity: 'warning',
  title: 'rulePushAckMissing',
  passed: 'passedPushAckMissing',
  needs: ['ack'],
  link: sdkGuide,
  find(input) {
    const newest = input.pushes().find(({ push }) => push.name === 'push');
    if (!newest) return null;
    const acks = entriesOf(newest.steps, 'request', 'ack');
    const failed = acks.findLast(({ status }) => status === 'failed');
    if (!failed || acks.some(({ status }) => status === 'ok')) return null;
    return {
      sentence: phrase('findAckMissing'),
      evidence: byEntries(newest.push, failed),
      advice: [forSite('adviceAckMissing')],
    };
  },
};
