import { pushRule } from '../ask-push';
import { showGuide } from '../guides';

/** The browser refused to show the notification. */
export const pushShowRefused = pushRule(
  'push-show-refused',
  'show-refused',
  'rulePushShowRefused',
  'error',
  'notification',
  showGuide,
);
