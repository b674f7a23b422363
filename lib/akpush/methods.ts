import type { EntryOf } from '../model/entry';

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

/** Whether builds of a generation have a method, by the year that it came or went. */
const isOfGeneration = (name: MethodName, generation: string): boolean =>
  name === 'subscribe' || name === 'unsubscribe'
    ? generation === 'G1'
    : sinceGeneration[name] <= generation;

/**
 * Whether the page's SDK has a method: one that was seen, or that all builds of its generation have. Those of G1 and G2 show theirs on their
 * instances only.
 */
export const hasMethod = (
  name: MethodName,
  { entry }: { entry: Pick<EntryOf<'sdk'>, 'name' | 'detail'> | undefined },
): boolean =>
  entry !== undefined && (entry.detail.members.includes(name) || isOfGeneration(name, entry.name));
