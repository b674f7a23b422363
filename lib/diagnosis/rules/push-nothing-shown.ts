import { pushRule } from '../ask-push';

/** The handler ended well and showed nothing. */
export const pushNothingShown = pushRule(
  'push-nothing-shown',
  'nothing-shown',
  'rulePushNothingShown',
  'error',
  'notification',
  'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/showNotification',
);
