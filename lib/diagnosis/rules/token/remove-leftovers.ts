import { outcomeRule } from '../../ask-outcome';
import { sdkGuide } from '../../guides';

/** `removeToken` leaves the remembered endpoint. */
export const removeLeftovers = outcomeRule({
  id: 'remove-leftovers',
  part: 'token',
  severity: 'hint',
  title: 'ruleRemoveLeftovers',
  passed: 'passedRemoveLeftovers',
  needs: ['removed-call'],
  applies: ['has-removal'],
  link: sdkGuide,
  outcome: 'partly-removed',
  methods: ['removeToken'],
});
