import type { AskingPage } from '../ask-as-browser';
import { InspectError } from './inspect-error';
import type { InspectOptions } from './inspected';

/** The origin of an address that an option names; throws an `InspectError` where it is none of the web. `option`: its name. */
export const readOrigin = (option: string, given: string): string => {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  // The address may have a password in it: it is not said again.
  throw new InspectError('call-failed', `${option}: expected a site, as https://shop.example`);
};

/**
 * The headers that were given, for the site that they were given for, whichever page is shown: a page may lead to another site, which they are none of the
 * business of. Throws an `InspectError` where that site was not said.
 */
export const readSiteHeaders = ({
  headers,
  headersFor,
  origin,
}: Pick<InspectOptions, 'headers' | 'headersFor' | 'origin'>): AskingPage['siteHeaders'] => {
  if (headers === undefined || Object.keys(headers).length === 0) return undefined;
  const site = headersFor ?? origin;
  if (site === undefined)
    throw new InspectError(
      'call-failed',
      'headers: say whose they are, with headersFor or origin. No other site gets them.',
    );
  return { origin: readOrigin(headersFor === undefined ? 'origin' : 'headersFor', site), headers };
};
