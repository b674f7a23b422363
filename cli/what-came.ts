import type { ReachedPage } from './reach-page';

/** The browsers' names for what a network does. */
const networkError =
  /net::ERR_(?!ABORTED)\w+|NS_ERROR_(?!BINDING_ABORTED)\w+|about:(?:net|cert)error(?:\?e=[\w.-]+)?/i;

/** The browser's name for why no page came, in what it says; `undefined`: it has none there. */
export const networkErrorIn = (said: string): string | undefined => networkError.exec(said)?.[0];

/** In the page: the status that the server has answered with, and what is really shown, as Firefox's page for an error. */
const expression =
  "[performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0, document.documentURI]";

/** What has come in answer to an address: the server's status, 0 where it is not told, and why it is no page of it, where the browser shows one of its own. */
export const whatCame = async ({
  isolated,
}: Pick<ReachedPage, 'isolated'>): Promise<{ status: number; error: string | undefined }> => {
  const [status, shown] = (await isolated<[number, string]>(expression).catch(() => null)) ?? [
    0,
    '',
  ];
  return { status, error: networkErrorIn(shown) };
};
