import { endOf } from '../../../outcome/call-context';
import { outcomeRule, subscribing } from '../../ask-outcome';
import type { DiagnosisInput } from '../../diagnosis-input';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

const overlap = outcomeRule({
  id: 'init-twice',
  part: 'page',
  node: 'sdk',
  severity: 'warning',
  title: 'ruleInitTwice',
  passed: 'passedInitTwice',
  needs: ['subscribed-call'],
  link: sdkGuide,
  unless: ['load-never-came'],
  outcome: 'init-pending',
  methods: subscribing,
});

/** Whether the last call came while the visitor was being asked: who clicks again then has done nothing wrong, and neither has the site. */
const isWhileAsking = ({ of, last }: DiagnosisInput): boolean => {
  const call = last('call', ...subscribing);
  if (call?.detail.permission !== 'default') return false;
  return [...of('permission'), ...of('subscription', 'subscribe')].some(
    (asked) => asked.time < call.time && (asked.status === 'pending' || endOf(asked) > call.time),
  );
};

/** `initSubscription` again while the first one is running: it returns at once and does nothing. */
export const initTwice: Rule = {
  ...overlap,
  find: (input) => (isWhileAsking(input) ? null : overlap.find(input)),
};
