import type { Page } from 'puppeteer-core';
import { subscribing } from '../lib/diagnosis/ask-outcome';
import { currentDocument } from '../lib/model/current-document';
import type { Session } from '../lib/model/session';
import { callSdk } from './call-sdk';
import { CouldNotCheck } from './could-not-check';
import { frameOf } from './driver';
import type { OpenPage } from './open-page';

/** Where an element is: in the frame in which something is done, or in the page around it. */
const placeOf = async (
  { page, within }: Pick<OpenPage, 'page' | 'within'>,
  selector: string,
): Promise<Pick<Page, 'locator'>> => {
  const frame = within === undefined ? undefined : frameOf(page, within);
  return frame && (await frame.$(selector)) ? frame : page;
};

/** Clicks an element of the page as a user does. */
const click = async (open: OpenPage, selector: string): Promise<void> => {
  try {
    const place = await placeOf(open, selector);
    await place.locator(selector).setTimeout(10_000).click();
  } catch (error) {
    throw new CouldNotCheck(`--click ${selector}: ${(error as Error).message}`);
  }
};

/** Subscribes, by a click or by the SDK's own call. */
export const subscribe = (open: OpenPage, selector: string | undefined): Promise<void> =>
  selector === undefined ? callSdk(open, 'initSubscription', [{}]) : click(open, selector);

/** How many calls that subscribe the document has that is shown. */
const countSubscribing = ({ pages, entries }: Session): number =>
  entries.filter(
    ({ kind, name, page }) =>
      kind === 'call' &&
      (subscribing as readonly string[]).includes(name) &&
      page === currentDocument({ pages })?.number,
  ).length;

/** Tells whether something was called that subscribes since a session was as it is given: in its document, or in another one that is shown then. */
export const subscribesSince = (given: Session): ((session: Session) => boolean) => {
  const document = currentDocument(given)?.document;
  const before = countSubscribing(given);
  return (session) =>
    countSubscribing(session) > (currentDocument(session)?.document === document ? before : 0);
};
