import { brokenAnswer, lastBroken } from '../../ask-server';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** Altcraft refused a save, a suspend or a delete; the page was not told. What was refused and then accepted is mended. */
export const serverRefused: Rule = {
  id: 'server-refused',
  part: 'server',
  severity: 'error',
  title: 'ruleServerRefused',
  passed: 'passedServerRefused',
  needs: ['accepted'],
  link: sdkGuide,
  unless: ['config-placeholder', 'config-address'],
  find(input) {
    const request = lastBroken(input, 'refused');
    // An update that was refused is told by the rule for what `updateSubscription` says then.
    return request && request.name !== 'update' ? brokenAnswer(input, request, 'refused') : null;
  },
};
