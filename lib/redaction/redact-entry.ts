import { kinds } from '../model/kinds';
import { ownError } from '../model/own-error';
import type { SessionEntry } from '../model/session';
import { entrySchema } from '../schema/entry-schema';
import type { RedactBy } from './redact-by-shape';

/** An entry in the place of one that cannot be redacted: only that it was there is certain to have no secret. */
const withoutDetail = (entry: SessionEntry): SessionEntry => {
  const { id, key, page, kind, name, status, time, duration, call, parent, origin, order } = entry;
  return {
    id,
    key,
    page,
    kind,
    name: kind === 'event' || kind === 'error' ? kind : name,
    status,
    time,
    origin,
    order,
    url: '',
    ...(duration !== undefined && { duration }),
    ...(call !== undefined && { call }),
    ...(parent !== undefined && { parent }),
    detail: { ...kinds[kind].plain, error: ownError('NotRedacted') },
  } as SessionEntry;
};

/** An entry without its secrets; without all that it says where they cannot be taken out of it. */
export const redactEntry = (entry: SessionEntry, by: RedactBy): SessionEntry => {
  try {
    return by(entrySchema, entry, entry.name);
  } catch {
    return withoutDetail(entry);
  }
};
