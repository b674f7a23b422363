import { outcomeRule, subscribing } from '../ask-outcome';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

/** `initSubscription` again while the first one is running: it returns at once and does nothing. */
export const initTwice: Rule = {
  // A call that waits for the visitor's answer makes all others wait.
  unless: ['permission-no-answer'],
  ...outcomeRule({
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
  }),
};
