import { phrase } from '../../../model/phrase';
import { byEntries } from '../../../outcome/outcome';
import { lastRegister, refusedWorker } from '../../ask-browser';
import { forSite } from '../../finding';
import { policyRefusal } from '../../policy-refusal';
import type { Rule } from '../../rule';

/** The page's Content Security Policy, or its trusted types, forbid the SDK's worker. */
export const workerForbidden: Rule = {
  id: 'worker-forbidden',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerForbidden',
  passed: 'passedWorkerForbidden',
  needs: ['worker'],
  link: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/worker-src',
  unless: ['config-address'],
  find(input) {
    const refused = refusedWorker(input, 'worker-forbidden');
    if (!refused) return null;
    const script = lastRegister(input)?.detail.script;
    const refusal = script ? policyRefusal(input, script, true) : undefined;
    const { fixes: _, ...found } = refused;
    if (!refusal) return found;
    return {
      ...found,
      about: refusal.directive,
      sentence: phrase('findWorkerForbidden', refusal.directive),
      evidence: [...refused.evidence, ...byEntries(refusal.entry)],
      advice: [
        forSite(
          /trusted-types/.test(refusal.entry.name) ? 'adviceTrustedTypes' : 'nextWorkerForbidden',
        ),
      ],
    };
  },
};
