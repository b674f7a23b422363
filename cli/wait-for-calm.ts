import { currentDocument } from '../lib/model/current-document';
import type { Session } from '../lib/model/session';

/** For so long nothing may have been under way, milliseconds. */
const calm = 500;

/** A page that does not become calm is not waited for, milliseconds. */
const timeoutMs = 10_000;

/**
 * Tells when a page has loaded and nothing is under way in it. What was read while the SDK still registers its worker would be taken for what a
 * call of that time has left; a panel is mostly opened later. `isLoaded` asks the page.
 */
export const waitForCalm = (
  isLoaded: () => Promise<boolean>,
): ((session: Session) => Promise<boolean>) => {
  let begun: number | undefined;
  let since: number | undefined;
  return async ({ pages, entries }) => {
    const page = currentDocument({ pages });
    if (!page) return false;
    begun ??= Date.now();
    const isPending = entries.some(
      (each) => each.page === page.number && each.status === 'pending',
    );
    if (isPending || !(await isLoaded())) since = undefined;
    else since ??= Date.now();
    const now = Date.now();
    return now - begun >= timeoutMs || (since !== undefined && now - since >= calm);
  };
};
