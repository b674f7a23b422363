import { outcomeRule, subscribing } from '../ask-outcome';
import { sdkGuide } from '../guides';

/** Many builds before G6 subscribe only while the permission is `default`: who has given it and lost the subscription is never subscribed again. */
export const grantedBefore = outcomeRule({
  id: 'granted-before',
  part: 'permission',
  node: 'subscription',
  severity: 'error',
  title: 'ruleGrantedBefore',
  link: sdkGuide,
  outcome: 'granted-before',
  methods: subscribing,
});
