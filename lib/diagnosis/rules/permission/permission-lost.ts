import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { renewalKey } from '../../../outcome/renewal-key';
import { maskSecret } from '../../../text/mask-secret';
import { forEngine } from '../../engine';
import { forSite } from '../../finding';
import { permissionGuide } from '../../guides';
import type { Rule } from '../../rule';

/** There is a token of a time when the permission was given; it was reset or taken back since. */
export const permissionLost: Rule = {
  id: 'permission-lost',
  part: 'permission',
  severity: 'error',
  title: 'rulePermissionLost',
  passed: 'passedPermissionLost',
  needs: ['token', 'granted'],
  link: permissionGuide,
  find({ known, engine }) {
    if (known?.state.permission.notification !== 'default') return null;
    const token = known.token;
    if (!token) return null;
    return {
      sentence: phrase(engine === 'chromium' ? 'findPermissionLost' : 'findPermissionReset'),
      evidence: [
        fact('Notification.permission', 'default'),
        fact(token.key, maskSecret(token.text)),
      ],
      advice: [
        forSite(renewalKey(known, 'advicePermissionLost')),
        ...forEngine(engine, { chromium: 'adviceSafetyCheck' }),
      ],
      fixes: ['ask-permission', 'init-again'],
    };
  },
};
