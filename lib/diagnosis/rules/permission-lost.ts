import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { maskSecret } from '../../state/mask-secret';
import { forBrowser } from '../finding';
import { permissionGuide } from '../guides';
import type { Rule } from '../rule';

/** There is a token of a time when the permission was given; it was reset or taken back since. */
export const permissionLost: Rule = {
  id: 'permission-lost',
  part: 'permission',
  severity: 'error',
  title: 'rulePermissionLost',
  passed: 'passedPermissionLost',
  needs: ['token', 'granted'],
  link: permissionGuide,
  find({ known }) {
    if (known?.state.permission.notification !== 'default') return null;
    const token = known.token;
    if (!token) return null;
    return {
      sentence: message('findPermissionLost'),
      evidence: [
        fact('Notification.permission', 'default'),
        fact(token.key, maskSecret(token.text)),
      ],
      advice: [forBrowser('advicePermissionLost')],
      fixes: ['ask-permission', 'init-again'],
    };
  },
};
