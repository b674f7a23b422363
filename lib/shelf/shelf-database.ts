import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { EntryKind } from '../model/entry';
import type { ShelfItem } from './session-shelf';

type Bytes = Uint8Array<ArrayBuffer>;

/** All of a recorded session but its entries, compressed, and where its recording would go on. */
export interface ShelfHead {
  bytes: Bytes;
  /** The last number that each document has answered with, of what is written. */
  cursors: readonly (readonly [document: string, last: number])[];
}

/** Entries that were written at once. An entry that changed is in a later part again. */
export interface ShelfPart {
  bytes: Bytes;
  /** Characters of its entries as JSON. */
  characters: number;
  rows: readonly { page: number; key: string; kind: EntryKind }[];
}

/** What is in the database. */
export interface Shelf extends DBSchema {
  items: { key: number; value: ShelfItem };
  /** Sessions that were written whole. */
  texts: { key: number; value: Bytes };
  /** Sessions that are or were recorded: a head, and parts by the session's id and their number. */
  heads: { key: number; value: ShelfHead };
  parts: { key: [session: number, part: number]; value: ShelfPart };
}

/** Where sessions are kept: a database of the extension's own, which no site can reach. It is closed when `use` has ended. */
export const withShelf = async <Result>(
  use: (database: IDBPDatabase<Shelf>) => Promise<Result>,
): Promise<Result> => {
  const database = await openDB<Shelf>('sessions', 2, {
    upgrade(made, before) {
      if (before < 1) {
        made.createObjectStore('items', { keyPath: 'id' });
        made.createObjectStore('texts');
      }
      made.createObjectStore('heads');
      made.createObjectStore('parts');
    },
  });
  try {
    return await use(database);
  } finally {
    database.close();
  }
};

/** The keys of all parts of a session. */
export const partsOf = (session: number): IDBKeyRange =>
  IDBKeyRange.bound([session, 0], [session, Number.MAX_SAFE_INTEGER]);
