import { outcomeRule } from '../../ask-outcome';
import { sdkGuide } from '../../guides';

/** `removeToken` could not delete the token. */
export const removeFailed = outcomeRule({
  id: 'remove-failed',
  part: 'token',
  severity: 'warning',
  title: 'ruleRemoveFailed',
  passed: 'passedRemoveFailed',
  needs: ['removed-call'],
  applies: ['has-removal'],
  link: sdkGuide,
  outcome: 'remove-failed',
  methods: ['removeToken'],
});
