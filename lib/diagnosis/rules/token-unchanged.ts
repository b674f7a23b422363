import { outcomeRule, subscribing } from '../ask-outcome';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

const said = outcomeRule({
  id: 'token-unchanged',
  part: 'token',
  severity: 'warning',
  title: 'ruleTokenUnchanged',
  link: sdkGuide,
  outcome: 'token-unchanged',
  methods: subscribing,
  fixes: ['clear-token', 'init-again'],
});

/** What was to be done about it, and the outcomes that say that it was. */
const mended: readonly [method: string, outcomes: readonly string[]][] = [
  ['updateSubscription', ['updated']],
  ['removeToken', ['removed', 'partly-removed']],
];

/** `initSubscription` does nothing when the cached token is the current one, and resolves as if all were well. */
export const tokenUnchanged: Rule = {
  ...said,
  find(scene) {
    const found = said.find(scene);
    if (!found) return null;
    const last = Math.max(...subscribing.map((method) => scene.lastCall(method)?.call.id ?? 0));
    const isMended = mended.some(([method, outcomes]) => {
      const later = scene.lastCall(method);
      return later && later.call.id > last && outcomes.includes(later.outcome.id);
    });
    if (isMended) return null;
    // Without Firebase a token is cached when it was saved: the profile had its match then. With it page load caches one that no profile has.
    return scene.known?.sdk.mode === 'pull' ? { ...found, severity: 'hint' } : found;
  },
};
