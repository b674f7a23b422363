import { phrase } from '../../../model/phrase';
import { outcomeRule } from '../../ask-outcome';
import { sdkGuide } from '../../guides';

/** A call that needs a token found none: in Firebase mode `updateSubscription` resolves `{status: 'fail'}` and sends nothing. */
export const noToken = outcomeRule({
  id: 'no-token',
  part: 'token',
  severity: 'warning',
  title: 'ruleNoToken',
  passed: 'passedNoToken',
  needs: ['told-call'],
  applies: ['has-telling'],
  link: sdkGuide,
  unless: ['update-null-token', 'granted-before', 'earlier-error'],
  outcome: 'no-token',
  told: ({ name }) => ({ title: phrase('titleNoToken', name) }),
  methods: ['updateSubscription', 'suspendSubscription', 'unsubscribe'],
  fixes: ['init-again'],
});
