import type { SessionEntry } from '../model/session';

/** An entry's number for people; empty for what the page did not record. */
export const entryNumber = ({ id }: Pick<SessionEntry, 'id'>): string => (id > 0 ? `#${id}` : '');
