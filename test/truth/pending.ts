import type { Kind } from './truth-case';

/** A site that is not in the table yet. */
export interface PendingCase {
  kind: Kind;
  site: string;
  /** What is missing, or where else it is proven. */
  why: string;
}

const elsewhere = (file: string): string => `proven by test/e2e/${file}`;

/** What real sites have been seen to do and the table does not have. */
export const pendingCases: readonly PendingCase[] = [
  {
    kind: 'K3',
    site: 'a worker of a progressive web app, in front of or behind the SDK’s',
    why: elsewhere('real-sites.e2e.ts'),
  },
  {
    kind: 'K3',
    site: 'a script that unregisters every worker a while after load',
    why: elsewhere('real-sites.e2e.ts'),
  },
  {
    kind: 'K3',
    site: 'OneSignal’s worker at the same scope',
    why: elsewhere('real-sites.e2e.ts'),
  },
  {
    kind: 'K3',
    site: 'a worker whose installation never ends',
    why: elsewhere('real-sites.e2e.ts'),
  },
  {
    kind: 'K6',
    site: 'another device is emulated',
    why: elsewhere('real-sites.e2e.ts'),
  },
  {
    kind: 'K10',
    site: 'a prompt left open, and answered later, in Firefox',
    why: elsewhere('real-sites.e2e.ts'),
  },
  {
    kind: 'K10',
    site: 'a click that is over when a slow worker’s script has come, in Firefox',
    why: elsewhere('real-sites.e2e.ts'),
  },
  {
    kind: 'K11',
    site: 'a push given to a visible page without the SDK',
    why: elsewhere('push-situations.e2e.ts'),
  },
  {
    kind: 'K11',
    site: 'the same push twice, with a tag',
    why: elsewhere('push-situations.e2e.ts'),
  },
  {
    kind: 'K11',
    site: 'a click on a notification that another listener swallows, in Firefox',
    why: 'no script can click what the system shows',
  },
  {
    kind: 'K12',
    site: 'the store emptied at logout, by the site or by Clear-Site-Data',
    why: elsewhere('real-sites.e2e.ts'),
  },
  {
    kind: 'K13',
    site: 'document.open() in the page',
    why: elsewhere('hostile.e2e.ts'),
  },
];
