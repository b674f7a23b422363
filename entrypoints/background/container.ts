import browser from 'webextension-polyfill';

/** What a browser keeps apart of one and the same site: a private window, in Firefox a container. Each has workers of its own. */
export interface Container {
  incognito?: boolean | undefined;
  /** Firefox; Chromium has none. */
  cookieStoreId?: string | undefined;
}

/** The container of a tab. */
export const containerOf = async (tab: number): Promise<Container> => {
  const { incognito, cookieStoreId } = await browser.tabs.get(tab);
  return { incognito, cookieStoreId };
};

/** A text that is another one for each container. */
export const containerKey = ({ incognito, cookieStoreId }: Container): string =>
  `${incognito === true} ${cookieStoreId ?? ''}`;

/** Whether a request comes from a container; `unknown` when the browser does not tell of one of them. */
export const compareContainers = (
  container: Container,
  request: Container,
): 'same' | 'other' | 'unknown' => {
  const stores = [container.cookieStoreId, request.cookieStoreId];
  if (stores.includes(undefined))
    return (container.incognito ?? false) === (request.incognito ?? false) ? 'unknown' : 'other';
  return stores[0] === stores[1] ? 'same' : 'other';
};
