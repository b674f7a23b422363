import { message } from '../../i18n/message';
import { byEntries } from '../../outcome/outcome';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';
import { lastTold } from '../told-server';

/** The last that the server was told, and accepted, is `suspend` or `delete`: everything in the browser may still look subscribed. */
export const suspended: Rule = {
  id: 'suspended',
  part: 'server',
  severity: 'error',
  title: 'ruleSuspended',
  passed: 'passedSuspended',
  needs: ['accepted'],
  link: sdkGuide,
  find(scene) {
    const told = lastTold(scene);
    if (told?.name !== 'suspend' && told?.name !== 'delete') return null;
    const isSuspended = told.name === 'suspend';
    return {
      sentence: message(isSuspended ? 'findSuspended' : 'findDeleted'),
      evidence: byEntries(
        told,
        scene.last('call', isSuspended ? 'suspendSubscription' : 'unsubscribe'),
      ),
      advice: [forSite(isSuspended ? 'adviceSuspended' : 'adviceDeleted')],
    };
  },
};
