import { type Encoded, isTagged } from '../model/encoded-value';
import type { SdkDetail } from '../model/entry';

const configField = (config: Encoded | undefined, field: string): Encoded | undefined =>
  typeof config === 'object' && config !== null && !Array.isArray(config) && !isTagged(config)
    ? config[field]
    : undefined;

/**
 * The SDK's generation by what a page can see of it. Until the page makes an instance, G5 is told by the SDK's source, as is its
 * configuration later.
 *
 * | | first seen |
 * | --- | --- |
 * | G6 | `suspendSubscription`, `config.serverActionHandlers` |
 * | G5 | `isPendingInitSubscription`, `config.vapidKey` |
 * | G4 | `updateSubscription` |
 * | G3 | `events`, `removeToken`, methods on the prototype |
 * | G2 | an assigned function with methods of each instance's own |
 * | G1 | the same, declared at a script's top level |
 */
export const generationOf = ({
  how,
  members,
  hasPending,
  config,
}: Pick<SdkDetail, 'how' | 'members' | 'hasPending' | 'config'>): string => {
  const has = (name: string) => members.includes(name);
  if (has('suspendSubscription') || configField(config, 'serverActionHandlers')) return 'G6';
  if (hasPending || typeof configField(config, 'vapidKey') === 'string') return 'G5';
  if (has('updateSubscription')) return 'G4';
  if (has('events') || has('removeToken')) return 'G3';
  return how === 'declared' ? 'G1' : 'G2';
};
