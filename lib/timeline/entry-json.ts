import type { SessionEntry } from '../model/session';

/** An entry as the page recorded it, as JSON text. */
export const entryJson = ({ key: _key, page: _page, ...entry }: SessionEntry): string =>
  JSON.stringify(entry, null, 2);
