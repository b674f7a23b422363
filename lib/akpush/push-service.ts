import { tokenKind } from './token-kind';

const names: Readonly<Record<string, string>> = {
  'fcm-endpoint': 'Firebase Cloud Messaging',
  mozilla: 'Mozilla autopush',
  wns: 'Windows Push Notification Services',
  apple: 'Apple Push Notification service',
};

/** Where Google has the endpoints of all Chromes but the stable one. */
const isOfUnstableChrome = (endpoint: string): boolean =>
  URL.canParse(endpoint) && new URL(endpoint).hostname === 'jmt17.google.com';

/** The push service that an endpoint belongs to, or its host. */
export const pushServiceName = (endpoint: string): string => {
  const name = names[tokenKind(endpoint)];
  if (name && isOfUnstableChrome(endpoint)) return `${name} (Chromium, Chrome Dev, Canary)`;
  return name ?? (URL.canParse(endpoint) ? new URL(endpoint).host : endpoint);
};
