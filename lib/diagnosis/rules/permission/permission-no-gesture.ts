import { outcomeRule, subscribing } from '../../ask-outcome';

/** The browser did not ask, as nobody had clicked (Firefox since 72). */
export const permissionNoGesture = outcomeRule({
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
