import { outcomeRule, subscribing } from '../ask-outcome';

/** The prompt was closed without an answer. */
export const permissionDismissed = outcomeRule({
  id: 'permission-dismissed',
  part: 'permission',
  severity: 'warning',
  title: 'ruleDismissed',
  outcome: 'permission-dismissed',
  methods: [...subscribing, 'updateSubscription'],
  fixes: ['ask-permission', 'init-again'],
});
