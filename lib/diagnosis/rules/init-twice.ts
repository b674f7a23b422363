import { outcomeRule, subscribing } from '../ask-outcome';
import { sdkGuide } from '../guides';

/** `initSubscription` again while the first one is running: it returns at once and does nothing. */
export const initTwice = outcomeRule({
  id: 'init-twice',
  part: 'page',
  node: 'sdk',
  severity: 'warning',
  title: 'ruleInitTwice',
  passed: 'passedInitTwice',
  needs: ['subscribed-call'],
  link: sdkGuide,
  outcome: 'init-pending',
  methods: subscribing,
});
