import { workerVendor } from '../../../akpush/worker-vendor';
import { newestWorker } from '../../../facts/newest-worker';
import { joinedBy, phrase, sentences } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import { placeOf } from '../../place-of';
import type { Rule } from '../../rule';
import { scopeHistory } from '../../scope-history';
import { sdkScope } from '../../sdk-scope';
import { titleAddress } from '../../title';
import { lastUnsubscribe } from '../../who-ended';

/** Another worker sits where the SDK's own belongs: whichever was registered last has the scope. */
export const workerForeign: Rule = {
  id: 'worker-foreign',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerForeign',
  passed: 'passedWorkerForeign',
  needs: ['worker'],
  link: sdkGuide,
  unless: [
    'worker-never-found',
    'config-placeholder',
    'config-address',
    'worker-alternates',
    'worker-no-push',
  ],
  find(input) {
    const { page, known } = input;
    if (!page.sdk || !known || known.own || 'failed' in known.state.workers) return null;
    const scope = sdkScope(input);
    const there = known.state.workers.ok.registrations.find((each) => each.scope === scope);
    const script = there && newestWorker(there)?.scriptURL;
    if (!script || scope === undefined) return null;
    const isNear = new URL(script).pathname.endsWith('/service-worker.js');
    // Its own file without `browser=` is told by another rule.
    if (isNear) return null;
    const vendor = workerVendor(script);
    const by = scopeHistory(input, scope).findLast(
      (each) => each.script === script && each.entry?.name === 'register',
    )?.entry;
    const ended = lastUnsubscribe(input);
    const registrar = by && placeOf(by);
    const ender = ended && placeOf(ended);
    return {
      about: vendor ?? titleAddress(script, page.url),
      sentence: sentences(
        vendor ? phrase('findForeignVendor', vendor) : phrase('findForeign'),
        ...(registrar ? [phrase('findRegisteredBy', vendor ?? script, registrar)] : []),
        ...(ender ? [phrase('findUnsubscribedBy', ender)] : []),
      ),
      evidence: [...byEntries(by, ended), fact(joinedBy(' ', phrase('factScope'), scope), script)],
      advice: [forSite('adviceForeign')],
    };
  },
};
