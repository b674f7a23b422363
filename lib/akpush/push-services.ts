/** A push service of a browser's vendor. */
export interface PushService {
  /** What an address there is. */
  kind: 'fcm-endpoint' | 'mozilla' | 'wns' | 'apple';
  /** As its vendor calls it. */
  name: string;
  /** Hosts at which it has its addresses, and what lies below them; a `#` stands for a number. */
  hosts: readonly string[];
  /** The browsers that are sent there, where it is not all of that vendor's. */
  browsers?: string;
}

/** All that are known. Google has the endpoints of all Chromes but the stable one at hosts of their own. */
export const pushServices: readonly PushService[] = [
  {
    kind: 'fcm-endpoint',
    name: 'Firebase Cloud Messaging',
    hosts: ['fcm.googleapis.com', 'android.googleapis.com'],
  },
  {
    kind: 'fcm-endpoint',
    name: 'Firebase Cloud Messaging',
    hosts: ['jmt#.google.com'],
    browsers: 'Chromium, Chrome Dev, Canary',
  },
  {
    kind: 'mozilla',
    name: 'Mozilla autopush',
    hosts: ['push.services.mozilla.com', 'push.services.mozaws.net'],
  },
  { kind: 'wns', name: 'Windows Push Notification Services', hosts: ['notify.windows.com'] },
  { kind: 'apple', name: 'Apple Push Notification service', hosts: ['push.apple.com'] },
];

const patternOf = ({ hosts }: PushService): string =>
  hosts.map((host) => host.replaceAll('.', '\\.').replace('#', '\\d{1,4}')).join('|');

/** All the hosts, as a part of a regular expression. */
export const hostNames = pushServices.map(patternOf).join('|');

const patterns = pushServices.map(
  (service) => [service, new RegExp(`(?:^|\\.)(?:${patternOf(service)})\\.?$`, 'i')] as const,
);

/** The service that an endpoint belongs to, by its host. */
export const pushServiceOf = (endpoint: string): PushService | undefined => {
  if (!URL.canParse(endpoint)) return undefined;
  const { hostname } = new URL(endpoint);
  return patterns.find(([, pattern]) => pattern.test(hostname))?.[0];
};
