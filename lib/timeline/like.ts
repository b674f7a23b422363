import type { SessionEntry } from '../model/session';

/** Entries that are like one: of its kind and name. */
export type Like = Pick<SessionEntry, 'kind' | 'name'>;

/** Whether an entry is like another. */
export const isLike = (a: Like, b: Like): boolean => a.kind === b.kind && a.name === b.name;
