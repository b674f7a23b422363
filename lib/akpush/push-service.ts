import { tokenKind } from './token-kind';

const names: Readonly<Record<string, string>> = {
  'fcm-endpoint': 'Firebase Cloud Messaging',
  mozilla: 'Mozilla autopush',
  wns: 'Windows Push Notification Services',
  apple: 'Apple Push Notification service',
};

/** The push service that an endpoint belongs to, or its host. */
export const pushServiceName = (endpoint: string): string =>
  names[tokenKind(endpoint)] ?? (URL.canParse(endpoint) ? new URL(endpoint).host : endpoint);
