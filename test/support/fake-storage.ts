import type { FakeEvent } from './fake-event';

type Items = Record<string, unknown>;
/** What `storage.onChanged` tells. */
export type FakeChanges = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/** A `storage` area. */
export interface FakeStorageArea {
  get(keys?: string | string[] | Items | null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  clear(): Promise<void>;
}

const wantedKeys = (keys: string | string[] | Items): string[] =>
  typeof keys === 'string' ? [keys] : Array.isArray(keys) ? keys : Object.keys(keys);

/** Makes an area that copies what goes in and out, and tells `onChanged` of changes. */
export const createFakeStorageArea = (
  area: string,
  onChanged: FakeEvent<[FakeChanges, string]>,
): FakeStorageArea => {
  const items = new Map<string, unknown>();
  const change = (next: Items, gone: string[] = []): void => {
    const changes: FakeChanges = {};
    for (const [key, value] of Object.entries(next)) {
      const newValue = structuredClone(value);
      changes[key] = { ...(items.has(key) && { oldValue: items.get(key) }), newValue };
      items.set(key, newValue);
    }
    for (const key of gone) {
      if (items.has(key)) changes[key] = { oldValue: items.get(key) };
      items.delete(key);
    }
    if (Object.keys(changes).length > 0) onChanged.fire(changes, area);
  };
  return {
    async get(keys) {
      if (keys === undefined || keys === null) return structuredClone(Object.fromEntries(items));
      const isDefaults = typeof keys === 'object' && !Array.isArray(keys);
      const found = wantedKeys(keys).filter((key) => items.has(key));
      return structuredClone({
        ...(isDefaults && (keys as Items)),
        ...Object.fromEntries(found.map((key) => [key, items.get(key)])),
      });
    },
    set: async (next) => change(next),
    remove: async (keys) => change({}, wantedKeys(keys)),
    clear: async () => change({}, [...items.keys()]),
  };
};
