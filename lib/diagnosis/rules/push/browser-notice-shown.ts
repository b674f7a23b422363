import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { pushEventGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The tag of the notification that Chromium shows in place of a worker that showed none (`user_visible_auto_notification`). */
const ownTag = 'user_visible_auto_notification';

/** Chrome's own "This site has been updated in the background" is there: a push came and showed nothing. */
export const browserNoticeShown: Rule = {
  id: 'browser-notice-shown',
  part: 'push',
  node: 'notification',
  severity: 'warning',
  title: 'ruleBrowserNotice',
  passed: 'passedBrowserNotice',
  needs: ['push-handled', 'worker'],
  applies: ['chromium'],
  link: pushEventGuide,
  unless: [
    'push-nothing-shown',
    'push-content-failed',
    'push-handler-threw',
    'push-show-refused',
    'push-timed-out',
  ],
  find({ known }) {
    if (!known || 'failed' in known.state.workers) return null;
    for (const { notifications, scope } of known.state.workers.ok.registrations) {
      if (!('ok' in notifications)) continue;
      const notice = notifications.ok.find(({ tag }) => tag === ownTag);
      if (notice)
        return {
          sentence: phrase('findBrowserNotice'),
          evidence: [fact(scope, `${notice.title} (tag ${ownTag})`)],
          advice: [forSite('adviceBrowserNotice')],
        };
    }
    return null;
  },
};
