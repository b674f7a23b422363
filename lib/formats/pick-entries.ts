import { parentKeyOf, type Session } from '../model/session';

/** A session with some of its entries, what caused them, and the pages that they belong to. */
export const pickEntries = (session: Session, keys: ReadonlySet<string>): Session => {
  const byKey = new Map(session.entries.map((entry) => [entry.key, entry]));
  const wanted = new Set<string>();
  for (const key of keys)
    for (let at: string | undefined = key; at !== undefined && !wanted.has(at); ) {
      wanted.add(at);
      const entry = byKey.get(at);
      at = entry && parentKeyOf(entry);
    }
  const entries = session.entries.filter(({ key }) => wanted.has(key));
  const pages = new Set(entries.map(({ page }) => page));
  const shown = new Map(session.pages.map((page) => [page.frame, page]));
  return {
    ...session,
    entries,
    pages: session.pages.filter((page) => pages.has(page.number) || page === shown.get(page.frame)),
    remarks: Object.fromEntries(Object.entries(session.remarks).filter(([key]) => wanted.has(key))),
  };
};

/** The keys of an entry and of all that it caused. */
export const withEffects = ({ entries }: Session, key: string): ReadonlySet<string> => {
  const keys = new Set([key]);
  // An effect comes after its cause.
  for (const entry of entries) {
    const parent = parentKeyOf(entry);
    if (parent !== undefined && keys.has(parent)) keys.add(entry.key);
  }
  return keys;
};
