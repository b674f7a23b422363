import { message } from '../../i18n/message';
import { answerOf } from '../../outcome/chain';
import { byEntries } from '../../outcome/outcome';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

/** The last that the server was told on this page, and accepted, is `suspend`: everything in the browser still looks subscribed. */
export const suspended: Rule = {
  id: 'suspended',
  part: 'server',
  severity: 'warning',
  title: 'ruleSuspended',
  link: sdkGuide,
  find({ of, last }) {
    const told = of('request', 'save', 'update', 'suspend', 'delete').findLast(
      (request) => answerOf(request).verdict === 'accepted',
    );
    if (told?.name !== 'suspend') return null;
    return {
      sentence: message('findSuspended'),
      evidence: byEntries(told, last('call', 'suspendSubscription')),
      advice: [forSite('adviceSuspended')],
    };
  },
};
