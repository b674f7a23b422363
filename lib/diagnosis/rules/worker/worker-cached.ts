import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import type { Rule } from '../../rule';
import { scriptReportOf } from '../../script-report-of';

/** Seconds after which a browser asks for imports past its cache, whatever that says: to be kept longer is to be kept so long. */
const day = 86_400;

const isKeptForLong = (cacheControl: string | null | undefined): boolean => {
  if (!cacheControl || /no-store|no-cache/i.test(cacheControl)) return false;
  const age = /\bmax-age\s*=\s*"?(\d{1,12})/i.exec(cacheControl)?.[1];
  return Number(age ?? 0) >= day || /\bimmutable\b/i.test(cacheControl);
};

/**
 * `updateViaCache: 'all'`: the browser may keep an old worker for as long as the HTTP cache says. With the default that holds for what the worker
 * imports, for a day at most.
 */
export const workerCached: Rule = {
  id: 'worker-cached',
  part: 'worker',
  severity: 'warning',
  title: 'ruleWorkerCached',
  passed: 'passedWorkerCached',
  needs: ['worker'],
  link: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/updateViaCache',
  find(input) {
    const { updateViaCache } = input.known?.own ?? {};
    const { cacheControl, imports = [] } = scriptReportOf(input) ?? {};
    const isAll = updateViaCache === 'all';
    const kept = imports.filter((each) => isKeptForLong(each.cacheControl));
    if (!isAll && (updateViaCache !== 'imports' || kept.length === 0)) return null;
    return {
      ...(!isAll && { title: phrase('titleImportsCached') }),
      sentence: phrase(isAll ? 'findCached' : 'findImportsCached'),
      evidence: [
        fact('updateViaCache', updateViaCache),
        ...(isAll && cacheControl ? [fact('Cache-Control', cacheControl)] : []),
        ...kept.map((each) => fact(each.url, `Cache-Control: ${each.cacheControl}`)),
      ],
      advice: [forSite(isAll ? 'adviceCached' : 'adviceImportsCached')],
      fixes: ['update-worker'],
      ...(!isAll && { severity: 'hint' as const }),
    };
  },
};
