import { outcomeRule } from '../ask-outcome';

/** A call that needs a token found none: in Firebase mode `updateSubscription` resolves `{status: 'fail'}` and sends nothing. */
export const noToken = outcomeRule({
  id: 'no-token',
  part: 'token',
  severity: 'warning',
  title: 'ruleNoToken',
  outcome: 'no-token',
  methods: ['updateSubscription', 'suspendSubscription', 'unsubscribe'],
  fixes: ['init-again'],
});
