import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { fromOutcome, subscribing } from '../../ask-outcome';
import { forEngine } from '../../engine';
import { forBrowser, forSite } from '../../finding';
import type { Rule } from '../../rule';
import { siteSettings } from '../../site-settings';
import { siteDataBlocked } from '../page/site-data-blocked';

/** The user, or the browser in the user's place, has said no: the SDK does nothing, resolves `undefined`, and no script can ask again. */
export const permissionDenied: Rule = {
  id: 'permission-denied',
  part: 'permission',
  severity: 'error',
  title: 'rulePermissionDenied',
  passed: 'passedPermissionDenied',
  needs: ['granted'],
  unless: ['permission-in-frame'],
  link: 'https://developer.mozilla.org/docs/Web/API/Notification/permission_static',
  find(input) {
    const permission = input.known?.state.permission;
    // A page without a secure context or an origin, and a private window, are refused without having been asked.
    if (permission?.notification !== 'denied' || !permission.secureContext) return null;
    if (permission.privateWindow || siteDataBlocked.find(input)) return null;
    const silent = fromOutcome(input, 'permission-denied', subscribing);
    return {
      sentence: phrase(silent ? 'findDeniedSilently' : 'findDenied'),
      evidence: [fact('Notification.permission', 'denied'), ...(silent?.evidence ?? [])],
      advice: [
        forBrowser('adviceDeniedBrowser'),
        input.engine === 'gecko'
          ? forBrowser('adviceDeniedGecko')
          : forBrowser('adviceDeniedChromium', siteSettings(input.page.url)),
        ...forEngine(input.engine, {
          chromium: 'advicePolicyChromium',
          gecko: 'advicePolicyGecko',
        }),
        forSite('adviceDeniedSite'),
      ],
    };
  },
};
