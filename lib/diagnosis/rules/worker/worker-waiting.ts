import { workerVendor } from '../../../akpush/worker-vendor';
import { isSdkWorker } from '../../../facts/sdk-registers';
import { phrase, sentences } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forBrowser, forSite } from '../../finding';
import { heldSince } from '../../held-since';
import { placeOf } from '../../place-of';
import type { Rule } from '../../rule';
import { scopeHistory } from '../../scope-history';

/** A new version that waits longer than this has not called `skipWaiting`, milliseconds. */
const long = 2_000;

/** A worker waits behind the SDK's: a new version of it, which calls `skipWaiting` where it is Altcraft's own, or another program, which will have its place. */
export const workerWaiting: Rule = {
  id: 'worker-waiting',
  part: 'worker',
  severity: 'warning',
  title: 'ruleWorkerWaiting',
  passed: 'passedWorkerWaiting',
  needs: ['worker-steady'],
  link: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/waiting',
  find(input) {
    const { known, session, page } = input;
    const { waiting, active, scope = '' } = known?.own ?? {};
    if (!waiting || !active) return null;
    const first = heldSince(session, (each) => each.waiting?.scriptURL === waiting.scriptURL);
    if (first === undefined || !input.isPast(first + long)) return null;
    const evidence =
      waiting.scriptURL === active.scriptURL
        ? [fact('waiting, active', active.scriptURL)]
        : [fact('waiting', waiting.scriptURL), fact('active', active.scriptURL)];
    if (isSdkWorker(waiting.scriptURL, page.url, known?.sdk))
      return {
        sentence: phrase('findWaiting'),
        evidence,
        advice: [forBrowser('adviceWaitingBrowser'), forSite('adviceWaitingSite')],
        fixes: ['skip-waiting'],
      };
    const by = scopeHistory(input, scope).findLast(
      ({ script, entry }) => script === waiting.scriptURL && entry?.name === 'register',
    )?.entry;
    const place = by && placeOf(by);
    const name = workerVendor(waiting.scriptURL) ?? new URL(waiting.scriptURL).pathname;
    return {
      title: phrase('titleWaitingOther'),
      sentence: sentences(
        phrase('findWaitingOther', name, scope),
        ...(place ? [phrase('findRegisteredBy', name, place)] : []),
      ),
      evidence: [...byEntries(by), ...evidence],
      advice: [forSite('adviceAlternates')],
    };
  },
};
