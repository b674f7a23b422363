/** The match pattern of an address's host, on any port. Throws where the address is none. */
export const hostPattern = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};
