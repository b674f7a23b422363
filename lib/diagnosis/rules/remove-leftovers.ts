import { outcomeRule } from '../ask-outcome';

/** `removeToken` leaves the remembered endpoint. */
export const removeLeftovers = outcomeRule({
  id: 'remove-leftovers',
  part: 'token',
  severity: 'hint',
  title: 'ruleRemoveLeftovers',
  outcome: 'partly-removed',
  methods: ['removeToken'],
});
