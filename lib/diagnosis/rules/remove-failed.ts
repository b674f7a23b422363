import { outcomeRule } from '../ask-outcome';

/** `removeToken` could not delete the token. */
export const removeFailed = outcomeRule({
  id: 'remove-failed',
  part: 'token',
  severity: 'error',
  title: 'ruleRemoveFailed',
  outcome: 'remove-failed',
  methods: ['removeToken'],
});
