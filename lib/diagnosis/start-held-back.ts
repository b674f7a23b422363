import { isScriptMime } from '../model/script-report';
import { forBrowser, forSite } from './finding';
import type { Attempt } from './start-attempt';
import { type Found, found } from './start-finding';

/** What browsers run; all other types are data to them. */
export const isRun = (type: string): boolean =>
  type === '' || type === 'module' || isScriptMime(type);

/** The tag itself keeps the browser from running it. */
export const heldBack = (attempt: Attempt): Found | undefined => {
  const { tag } = attempt;
  const isElsewhere = tag.url !== '' && tag.attribute !== 'src';
  // One for browsers without modules waits for nothing.
  if (!isElsewhere && (isRun(tag.type) || tag.type === 'nomodule')) return undefined;
  const how = isElsewhere ? tag.attribute : `type="${tag.type}"`;
  return found(
    attempt,
    'sdk-held-back',
    'findSdkHeldBack',
    [how],
    [forBrowser('adviceConsentGive'), forSite('adviceConsentCategory')],
  );
};
