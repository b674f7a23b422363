import { unzip, zip } from '../formats/gzip-text';
import { entryLimits, type Limits } from '../formats/within-limits';
import type { EntryKind } from '../model/entry';
import { framesOf } from '../model/frames';
import type { SessionEntry } from '../model/session';
import type { SessionFile } from '../schema/session-file';
import type { ShelfItem } from './session-shelf';
import { partsOf, type ShelfHead, type ShelfPart, withShelf } from './shelf-database';

/** What of a recorded session is on the disk: entries are written once, and again when they change. */
export interface RecordingWriter {
  /** What was written before this background began: the file without entries, and how far each document was heard. */
  before: { file: SessionFile; cursors: ShelfHead['cursors'] } | undefined;
  /** How many entries a session has that has these beside what is written. */
  count(entries: readonly SessionEntry[]): number;
  /**
   * Writes entries that are new or changed, and all else of the file anew, at once or not at all. What is too much for a session file goes,
   * the oldest first: `dropped` says how many entries. Rejects with the browser's error when there is no space.
   */
  write(
    file: SessionFile,
    cursors: ShelfHead['cursors'],
  ): Promise<{ item: ShelfItem; dropped: number }>;
}

/** What the list tells of a part's entries, without those that a later part has again. */
interface Tally {
  bytes: number;
  characters: number;
  entries: number;
  call: number;
  error: number;
}

/** The part that has an entry, of the last pages and of those that are shown: entries of earlier ones do not change any more. */
type Places = Map<number, Map<string, number>>;
const changingPages = 3;

/** Characters of entries that are compressed together: a part of a recording goes with all its entries. */
const partCharacters = 2_000_000;

const cutInParts = (entries: readonly SessionEntry[], longest: number) => {
  const parts: { texts: string[]; rows: SessionEntry[]; characters: number }[] = [];
  for (const entry of entries) {
    const text = JSON.stringify(entry);
    let part = parts.at(-1);
    if (!part || part.characters + text.length > longest) {
      part = { texts: [], rows: [], characters: 0 };
      parts.push(part);
    }
    part.texts.push(text);
    part.rows.push(entry);
    part.characters += text.length + 1;
  }
  return parts;
};

const isTallied = (kind: EntryKind): kind is 'call' | 'error' =>
  kind === 'call' || kind === 'error';

/** Notes that a part has these entries now, and no earlier one has. */
const place = (
  { bytes, characters, rows }: ShelfPart,
  number: number,
  tallies: Map<number, Tally>,
  places: Places,
): void => {
  const tally: Tally = { bytes: bytes.length, characters, entries: 0, call: 0, error: 0 };
  tallies.set(number, tally);
  const add = (to: Tally, kind: EntryKind, by: 1 | -1) => {
    to.entries += by;
    if (isTallied(kind)) to[kind] += by;
  };
  for (const { page, key, kind } of rows) {
    const keys = places.get(page) ?? new Map<string, number>();
    places.set(page, keys);
    const held = tallies.get(keys.get(key) ?? -1);
    if (held) add(held, kind, -1);
    keys.set(key, number);
    add(tally, kind, 1);
  }
};

const sumOf = (tallies: ReadonlyMap<number, Tally>, field: keyof Tally): number =>
  [...tallies.values()].reduce((sum, tally) => sum + tally[field], 0);

/** Opens what is kept under an id, to go on with it. */
export const openWriter = async (
  id: number,
  limits: Limits & { part?: number } = entryLimits,
): Promise<RecordingWriter> => {
  let tallies = new Map<number, Tally>();
  let places: Places = new Map();
  let next = 0;
  const head = await withShelf(async (database) => {
    // One after the other: only what is counted stays in the memory.
    let cursor = await database.transaction('parts').store.openCursor(partsOf(id));
    for (; cursor; cursor = await cursor.continue()) {
      next = cursor.key[1] + 1;
      place(cursor.value, cursor.key[1], tallies, places);
    }
    return database.get('heads', id);
  });
  const before = head && {
    file: JSON.parse(await unzip(head.bytes)) as SessionFile,
    cursors: head.cursors,
  };

  return {
    before,
    count: (entries) =>
      sumOf(tallies, 'entries') +
      entries.filter((entry) => places.get(entry.page)?.has(entry.key) !== true).length,
    async write(file, cursors) {
      const made = await Promise.all(
        cutInParts(file.entries, limits.part ?? partCharacters).map(
          async ({ texts, rows, characters }, index): Promise<[number, ShelfPart]> => [
            next + index,
            {
              bytes: await zip(`[${texts.join()}]`),
              characters,
              rows: rows.map(({ page, key, kind }) => ({ page, key, kind })),
            },
          ],
        ),
      );
      // What is noted is noted on copies: a write that fails has not been.
      const nextTallies = new Map([...tallies].map(([part, tally]) => [part, { ...tally }]));
      const newest = (file.pages.at(-1)?.number ?? 0) - changingPages;
      const shown = new Set(framesOf(file).map(({ number }) => number));
      const nextPlaces: Places = new Map(
        [...places]
          .filter(([page]) => page > newest || shown.has(page))
          .map(([page, keys]) => [page, new Map(keys)]),
      );
      for (const [part, value] of made) place(value, part, nextTallies, nextPlaces);
      let dropped = 0;
      let entries = sumOf(nextTallies, 'entries');
      let characters = sumOf(nextTallies, 'characters');
      for (const [part, tally] of nextTallies) {
        const isTooMuch = entries > limits.entries || characters > limits.characters;
        // What a later part has again need not be kept.
        if (!isTooMuch && tally.entries > 0) continue;
        if (isTooMuch) dropped += tally.entries;
        entries -= tally.entries;
        characters -= tally.characters;
        nextTallies.delete(part);
      }
      const told: SessionFile = { ...file, entries: [], lost: file.lost + dropped };
      const bytes = await zip(JSON.stringify(told));
      const gone = [...tallies.keys()].filter((part) => !nextTallies.has(part));
      const item = await withShelf(async (database) => {
        const transaction = database.transaction(['items', 'heads', 'parts'], 'readwrite', {
          durability: 'strict',
        });
        const items = transaction.objectStore('items');
        const parts = transaction.objectStore('parts');
        const held = await items.get(id);
        // Somebody may have deleted what was kept before; until that is undone it is not there.
        const isThere = new Set((await parts.getAllKeys(partsOf(id))).map(([, part]) => part));
        const there = new Map(
          [...nextTallies].filter(([part]) => part >= next || isThere.has(part)),
        );
        const item: ShelfItem = {
          id,
          // Somebody may have given it another while it is recorded.
          name: held?.name ?? file.name,
          savedAt: Date.now(),
          pages: file.pages.slice(0, 20).map(({ url }) => url),
          entries: sumOf(there, 'entries'),
          calls: sumOf(there, 'call'),
          pushes: 0,
          errors: sumOf(there, 'error'),
          size: bytes.length + sumOf(there, 'bytes'),
          ...(file.pages[0] && { length: Math.max(0, Date.now() - file.pages[0].timeOrigin) }),
          ...(file.cut && { isCut: true as const }),
        };
        const { done } = transaction;
        done.catch(() => {});
        try {
          await items.put(item);
          await transaction.objectStore('heads').put({ bytes, cursors }, id);
          for (const [part, value] of made)
            if (nextTallies.has(part)) await parts.put(value, [id, part]);
          for (const part of gone) await parts.delete([id, part]);
          await done;
        } catch (error) {
          // All or nothing: without this the browser would keep what was put before.
          try {
            transaction.abort();
          } catch {
            // The browser has done so.
          }
          throw error;
        }
        return item;
      });
      tallies = nextTallies;
      places = nextPlaces;
      next += made.length;
      return { item, dropped };
    },
  };
};
