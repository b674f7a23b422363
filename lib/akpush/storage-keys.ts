/** The prefix of every build that was seen; a page can pass another as `randomPrefix`. */
export const usualPrefix = 'Shahkoop2aeleiv8Ierief_';

/** What the SDK keeps under a key. */
export type StorageRole = 'token' | 'endpoint' | 'keys' | 'cookie';

/** A key of the SDK. `_ak_cookie` has no prefix. */
export interface StorageKey {
  role: StorageRole;
  prefix: string;
}

const endings: readonly (readonly [string, StorageRole])[] = [
  ['_endpoint_current_token', 'endpoint'],
  ['_keys_current_token', 'keys'],
  ['current_token', 'token'],
];

/** Says what a key is for, by its ending: the prefix can be anything, and is empty in G1. `null`: not a key of the SDK. */
export const readStorageKey = (key: string): StorageKey | null => {
  if (key === '_ak_cookie') return { role: 'cookie', prefix: '' };
  for (const [ending, role] of endings)
    if (key.endsWith(ending)) return { role, prefix: key.slice(0, -ending.length) };
  return null;
};
