/** An address as a sentence can take it: without its query, and without the page's own origin. */
export const shortAddress = (address: string, page: string): string => {
  if (!URL.canParse(address, page)) return address;
  const { origin, pathname } = new URL(address, page);
  return new URL(page).origin === origin ? pathname : `${origin}${pathname}`;
};
