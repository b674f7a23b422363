import { outcomeRule, subscribing } from '../../ask-outcome';
import type { Rule } from '../../rule';

const said = outcomeRule({
  id: 'permission-no-gesture',
  part: 'permission',
  severity: 'error',
  title: 'ruleNoGesture',
  passed: 'passedNoGesture',
  needs: ['answered'],
  applies: ['asked-here'],
  link: 'https://developer.mozilla.org/docs/Web/Security/User_activation',
  outcome: 'permission-no-gesture',
  methods: [...subscribing, 'updateSubscription'],
  fixes: ['ask-permission', 'init-again'],
});

/** The browser did not ask, as nobody had clicked (Firefox since 72). Chromium asks all the same, but where it has no window to do so in. */
export const permissionNoGesture: Rule = {
  ...said,
  find: (input) => (input.engine === 'gecko' ? said.find(input) : null),
};
