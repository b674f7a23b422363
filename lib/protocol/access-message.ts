/** Asks the background whether the extension may send requests to an address's host: in Firefox's DevTools a panel cannot ask the browser itself. */
export interface AccessMessage {
  hostAccess: string;
}

/** Whether a message asks for that. */
export const isAccessMessage = (message: unknown): message is AccessMessage =>
  typeof message === 'object' &&
  message !== null &&
  'hostAccess' in message &&
  typeof message.hostAccess === 'string';

/** The match pattern of an address's host, on any port. Throws where the address is none. */
export const hostPattern = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};
