import { outcomeRule } from '../../ask-outcome';
import { sdkGuide } from '../../guides';

/** Pull mode: `updateSubscription` without a token subscribes anew, and emits and resolves as if there had been one. */
export const updateNullToken = outcomeRule({
  id: 'update-null-token',
  part: 'token',
  severity: 'warning',
  title: 'ruleUpdateNullToken',
  passed: 'passedUpdateNullToken',
  needs: ['updated-call'],
  applies: ['pull-mode'],
  link: sdkGuide,
  outcome: 'token-null',
  methods: ['updateSubscription'],
  fixes: ['init-again'],
});
