import { pushRule } from '../ask-push';
import { sdkGuide } from '../guides';

/** Pull mode: the server did not give the content, so nothing was shown, and Chrome shows a notification of its own. */
export const pushContentFailed = pushRule(
  'push-content-failed',
  'content-failed',
  'rulePushContentFailed',
  'error',
  'push',
  sdkGuide,
);
