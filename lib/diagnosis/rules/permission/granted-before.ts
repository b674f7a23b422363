import { outcomeRule, subscribing } from '../../ask-outcome';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

const said = outcomeRule({
  id: 'granted-before',
  part: 'permission',
  node: 'token',
  severity: 'error',
  title: 'ruleGrantedBefore',
  passed: 'passedGrantedBefore',
  needs: ['saved-call'],
  applies: ['asks-once'],
  link: sdkGuide,
  unless: ['earlier-error'],
  outcome: 'granted-before',
  methods: subscribing,
});

/** Many builds before G6 subscribe only while the permission is `default`: who has given it and lost the subscription is never subscribed again. */
export const grantedBefore: Rule = {
  ...said,
  find: (input) => (input.known?.token ? null : said.find(input)),
};
