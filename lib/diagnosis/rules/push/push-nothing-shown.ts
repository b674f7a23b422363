import { pushRule } from '../../ask-push';
import type { Rule } from '../../rule';

/** The handler ended well and showed nothing. */
export const pushNothingShown: Rule = {
  ...pushRule(
    'push-nothing-shown',
    'nothing-shown',
    'rulePushNothingShown',
    'passedPushNothingShown',
    'error',
    'notification',
    'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/showNotification',
  ),
  needs: ['push-shown'],
  unless: ['worker-no-push', 'worker-page-container'],
};
