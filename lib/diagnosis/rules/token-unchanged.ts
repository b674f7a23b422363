import { outcomeRule, subscribing } from '../ask-outcome';
import { sdkGuide } from '../guides';

/** `initSubscription` does nothing when the cached token is the current one, and resolves as if all were well. */
export const tokenUnchanged = outcomeRule({
  id: 'token-unchanged',
  part: 'token',
  severity: 'warning',
  title: 'ruleTokenUnchanged',
  link: sdkGuide,
  outcome: 'token-unchanged',
  methods: subscribing,
  fixes: ['clear-token', 'init-again'],
});
