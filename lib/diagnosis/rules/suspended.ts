import { message } from '../../i18n/message';
import { answerOf } from '../../outcome/chain';
import { byEntries } from '../../outcome/outcome';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

/** The last that the server was told on this page, and accepted, is `suspend` or `delete`: everything in the browser may still look subscribed. */
export const suspended: Rule = {
  id: 'suspended',
  part: 'server',
  severity: 'error',
  title: 'ruleSuspended',
  link: sdkGuide,
  find({ of, last }) {
    const told = of('request', 'save', 'update', 'suspend', 'delete').findLast(
      (request) => answerOf(request).verdict === 'accepted',
    );
    if (told?.name !== 'suspend' && told?.name !== 'delete') return null;
    const isSuspended = told.name === 'suspend';
    return {
      sentence: message(isSuspended ? 'findSuspended' : 'findDeleted'),
      evidence: byEntries(told, last('call', isSuspended ? 'suspendSubscription' : 'unsubscribe')),
      advice: [forSite(isSuspended ? 'adviceSuspended' : 'adviceDeleted')],
    };
  },
};
