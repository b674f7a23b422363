import { pushRule } from '../ask-push';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

/** Pull mode: the server did not give the content, so nothing was shown, and Chrome shows a notification of its own. */
export const pushContentFailed: Rule = {
  ...pushRule(
    'push-content-failed',
    'content-failed',
    'rulePushContentFailed',
    'passedPushContentFailed',
    'error',
    'push',
    sdkGuide,
  ),
  needs: ['push-handled'],
  applies: ['pull-mode'],
};
