import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { maskSecret } from '../../../text/mask-secret';
import { failedInstall, lastRegister } from '../../ask-browser';
import { subscribing } from '../../ask-outcome';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import { placeOf } from '../../place-of';
import type { Rule } from '../../rule';
import { sdkScope } from '../../sdk-scope';
import { lastUnregister } from '../../who-ended';

/** What leaves the SDK without its worker, also where a script has unregistered it. */
const causes: readonly string[] = [
  'worker-never-found',
  'config-placeholder',
  'config-address',
  'worker-foreign',
  'worker-alternates',
  'worker-no-push',
];

/** The SDK has no service worker, although there was one once or a call has needed one; no registration was refused on this page. */
export const workerMissing: Rule = {
  id: 'worker-missing',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerMissing',
  passed: 'passedWorkerMissing',
  needs: ['worker'],
  link: registerGuide,
  // Without the permission the SDK registers none, and what the browser had is gone with the permission.
  unless: [...causes, 'permission-lost', 'permission-denied'],
  find(input) {
    const { page, known, lastCall } = input;
    if (!page.sdk || !known || 'failed' in known.state.workers) return null;
    // On a page that it controls an unregistered worker is there until the page is left.
    const ended = lastUnregister(input, sdkScope(input));
    if (ended) {
      const place = placeOf(ended);
      return {
        title: phrase('titleUnregistered'),
        sentence: phrase(place ? 'findUnregisteredBy' : 'findUnregistered', place ?? ''),
        evidence: byEntries(ended),
        advice: [forSite('adviceUnregistered')],
        fixes: ['init-again'],
        unless: causes,
      };
    }
    if (known.own) return null;
    const { secureContext, missing } = known.state.permission;
    if (!secureContext || missing.length > 0) return null;
    if (lastRegister(input)?.status === 'failed') return null;
    if (failedInstall(input)) return null;
    const token = known.token;
    const call = subscribing
      .flatMap((method) => lastCall(method) ?? [])
      .find(({ outcome }) => outcome.id === 'worker-missing')?.call;
    if (!token && !call) return null;
    return {
      ...(token && { title: phrase('titleWorkerGone') }),
      sentence: phrase(token ? 'findWorkerGone' : 'outcomeNoWorker'),
      evidence: [
        fact('navigator.serviceWorker', phrase('evidenceNoWorker')),
        ...(token ? [fact(token.key, maskSecret(token.text))] : []),
        ...byEntries(call),
      ],
      advice: [forSite('nextNoWorker')],
      fixes: token ? ['clear-token', 'init-again'] : ['init-again'],
    };
  },
};
