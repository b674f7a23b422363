import { outcomeRule, subscribing } from '../ask-outcome';

/** `initSubscription` does nothing when the cached token is the current one, and resolves as if all were well. */
export const tokenUnchanged = outcomeRule({
  id: 'token-unchanged',
  part: 'token',
  severity: 'warning',
  title: 'ruleTokenUnchanged',
  outcome: 'token-unchanged',
  methods: subscribing,
  fixes: ['clear-token', 'init-again'],
});
