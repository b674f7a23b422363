import { readWorkerUrl } from '../../../akpush/worker-url';
import type { SdkFacts } from '../../../facts/sdk-facts';
import { isSdkWorker } from '../../../facts/sdk-registers';
import { phrase, sentences } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import { placeOf } from '../../place-of';
import type { Rule } from '../../rule';
import { scopeHistory } from '../../scope-history';
import { sdkScope } from '../../sdk-scope';
import { shortAddress } from '../../short-address';
import { lastUnsubscribe } from '../../who-ended';

/** Whether the SDK's own file was registered without `?browser=`, by somebody else than the SDK: without it the worker handles no push. Builds of 2018 need none. */
const isBare = (script: string, sdk: SdkFacts): boolean =>
  !sdk.hasPlainWorker && readWorkerUrl(script).browser === null;

/** The SDK's script and another one are registered for one scope: each takes the other's place, mostly at every page load. */
export const workerAlternates: Rule = {
  id: 'worker-alternates',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerAlternates',
  passed: 'passedWorkerAlternates',
  needs: ['worker'],
  link: registerGuide,
  unless: ['worker-never-found', 'worker-waiting', 'worker-no-push'],
  find(input) {
    const { page, known } = input;
    if (!page.sdk || !known) return null;
    const scope = sdkScope(input) ?? '';
    const seen = scopeHistory(input, scope).map((each) => ({
      ...each,
      isOwn: isSdkWorker(each.script, page.url, known.sdk) && !isBare(each.script, known.sdk),
    }));
    const turns = seen.filter(({ isOwn }, at) => at > 0 && isOwn !== seen[at - 1]?.isOwn);
    const last = seen.at(-1);
    const own = seen.findLast(({ isOwn }) => isOwn);
    const other = seen.findLast(({ isOwn }) => !isOwn);
    if (!own || !other || !last) return null;
    const registers = seen.filter(({ entry }) => entry?.name === 'register');
    const areBoth = new Set(registers.map(({ isOwn }) => isOwn)).size === 2;
    // A worker that replaced another one once may have done so for good; who has lost the scope is told by `worker-foreign`.
    const isSure = areBoth || turns.length > 1;
    if (!isSure && !last.isOwn) return null;
    const isTwin = isSdkWorker(other.script, page.url, known.sdk);
    // A build of 2018 has left its own behind.
    if (isTwin && !isSure) return null;
    const by = registers.findLast(({ isOwn }) => !isOwn)?.entry;
    const place = by && placeOf(by);
    const ended = lastUnsubscribe(input);
    const ender = ended && placeOf(ended);
    const short = ({ script }: { script: string }) => shortAddress(script, page.url);
    return {
      sentence: sentences(
        isTwin
          ? phrase('findAlternatesTwin', short(own))
          : phrase(isSure ? 'findAlternates' : 'findReplacedOnce', short(own), short(other), scope),
        ...(ender ? [phrase('findUnsubscribedBy', ender)] : []),
        ...(isSure && !ended ? [phrase('findAlternatesStays')] : []),
        ...(place ? [phrase('findRegisteredBy', short(other), place)] : []),
      ),
      evidence: [
        ...byEntries(own.entry, other.entry, by, ended),
        fact(other.script, { moment: other.at }),
        fact(own.script, { moment: own.at }),
      ],
      advice: [forSite(isTwin ? 'adviceNoBrowser' : 'adviceAlternates')],
      ...(known.own?.active && known.subscription && { severity: 'warning' as const }),
      ...(!isSure && { isGuess: true as const }),
    };
  },
};
