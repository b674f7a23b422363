import { message } from '../../i18n/message';
import type { Rule } from '../rule';

/** The user, or the browser in the user's place, has said no: no script can ask again. */
export const permissionDenied: Rule = {
  id: 'permission-denied',
  part: 'permission',
  title: 'rulePermissionDenied',
  link: 'https://developer.mozilla.org/docs/Web/API/Notification/permission_static',
  find({ known }) {
    if (known?.state.permission.notification !== 'denied') return null;
    return {
      severity: 'error',
      sentence: message('findPermissionDenied'),
      evidence: [{ type: 'fact', label: 'Notification.permission', text: 'denied' }],
      advice: [
        { who: 'browser', text: message('advicePermissionDeniedBrowser') },
        { who: 'site', text: message('advicePermissionDeniedSite') },
      ],
    };
  },
};
