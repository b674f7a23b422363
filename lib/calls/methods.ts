import type { KnownSdk } from '../state/known-sdk';

/** Methods that can be called, as the SDK names them. */
export const methodNames = [
  'initSubscription',
  'updateSubscription',
  'suspendSubscription',
  'removeToken',
  'subscribe',
  'unsubscribe',
] as const;
export type MethodName = (typeof methodNames)[number];

/** The generation that brought a method; `subscribe` and `unsubscribe` went with G1. */
export const sinceGeneration: Readonly<Record<MethodName, string>> = {
  initSubscription: 'G1',
  updateSubscription: 'G4',
  suspendSubscription: 'G6',
  removeToken: 'G3',
  subscribe: 'G1',
  unsubscribe: 'G1',
};

/** Whether the page's SDK has a method. `initSubscription` is in all: those of G1 and G2 show it on their instances only. */
export const hasMethod = (name: MethodName, { entry }: Pick<KnownSdk, 'entry'>): boolean =>
  entry !== undefined && (name === 'initSubscription' || entry.detail.members.includes(name));
