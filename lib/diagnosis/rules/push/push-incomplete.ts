import { pushRule } from '../../ask-push';
import { forSite } from '../../finding';
import { showGuide } from '../../guides';
import { newestPush } from '../../newest-push';
import type { Rule } from '../../rule';

const shown = pushRule(
  'push-incomplete',
  'shown',
  'rulePushIncomplete',
  'passedPushIncomplete',
  'warning',
  'notification',
  showGuide,
);

/** The notification was shown without its title, or without a picture that did not load. */
export const pushIncomplete: Rule = {
  ...shown,
  needs: ['push-shown'],
  find(input) {
    if (newestPush(input)?.outcome.severity !== 'warning') return null;
    const found = shown.find(input);
    return found && { ...found, advice: [forSite('advicePushIncomplete')] };
  },
};
