import { forSite } from './finding';
import type { Attempt } from './start-attempt';
import { type Found, found } from './start-finding';

/** The policy that refused a script: the page's own, or the one that its server gives it. */
export const byPolicy = (attempt: Attempt): Found | undefined => {
  const { tag, refusal, report, isOfOtherOrigin } = attempt;
  if (refusal)
    return found(
      attempt,
      'sdk-policy',
      'findSdkPolicy',
      [refusal.directive],
      [forSite('adviceSdkPolicy', refusal.entry.name, new URL(tag.url).origin)],
    );
  // A browser tells the status of another origin's answer only where that allowed it.
  if (tag.loaded && tag.loaded.status > 0) return undefined;
  if (!isOfOtherOrigin || !report?.tag || report.httpStatus !== 200) return undefined;
  const { resourcePolicy, allowOrigin } = report.tag;
  // A module is always asked for so that its server must allow it (HTML Standard, "fetch a single module script").
  const isModule = tag.type === 'module';
  if (allowOrigin === null && tag.crossOrigin !== null)
    return found(attempt, 'sdk-policy', 'findSdkCors', [], [forSite('adviceSdkCors')]);
  if (allowOrigin === null && isModule)
    return found(attempt, 'sdk-policy', 'findSdkCorsModule', [], [forSite('adviceSdkCorsModule')]);
  if (tag.crossOrigin === null && !isModule && /^same-(?:site|origin)$/.test(resourcePolicy ?? ''))
    return found(
      attempt,
      'sdk-policy',
      'findSdkResourcePolicy',
      [resourcePolicy ?? ''],
      [forSite('adviceSdkResourcePolicy')],
      { isGuess: true },
    );
  return undefined;
};
