import { outcomeRule, subscribing } from '../../ask-outcome';
import { permissionGuide } from '../../guides';

/** The prompt was closed without an answer. */
export const permissionDismissed = outcomeRule({
  id: 'permission-dismissed',
  part: 'permission',
  severity: 'warning',
  title: 'ruleDismissed',
  passed: 'passedDismissed',
  needs: ['answered'],
  link: permissionGuide,
  outcome: 'permission-dismissed',
  methods: [...subscribing, 'updateSubscription'],
  fixes: ['ask-permission', 'init-again'],
});
