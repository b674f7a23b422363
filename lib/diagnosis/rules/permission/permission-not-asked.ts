import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { canAskFirst } from '../../can-ask-first';
import { forBrowser } from '../../finding';
import type { Rule } from '../../rule';

/** Nobody has asked for the permission on this page, and the site has nothing that was made with one. */
export const permissionNotAsked: Rule = {
  id: 'permission-not-asked',
  part: 'permission',
  severity: 'hint',
  title: 'ruleNotAsked',
  passed: 'passedNotAsked',
  needs: ['asked'],
  link: 'https://developer.mozilla.org/docs/Web/API/Notification/requestPermission_static',
  find({ known, of, page }) {
    if (!page.sdk || known?.state.permission.notification !== 'default') return null;
    const { secureContext, privateWindow } = known.state.permission;
    if (!secureContext || privateWindow || known.token) return null;
    const isAsked =
      of('permission').length > 0 ||
      of('subscription', 'subscribe').length > 0 ||
      of('call', 'initSubscription', 'subscribe').length > 0;
    if (isAsked) return null;
    return {
      sentence: phrase('findNotAsked'),
      evidence: [fact('Notification.permission', 'default')],
      advice: [forBrowser(canAskFirst(known) ? 'adviceNotAsked' : 'nextAskPermission')],
      fixes: ['ask-permission', 'init-again'],
    };
  },
};
