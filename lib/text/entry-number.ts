import type { SessionEntry } from '../model/session';

/** An entry's number for people; empty for what the panel made: that has a place between others, and no number. */
export const entryNumber = ({ id }: Pick<SessionEntry, 'id'>): string =>
  Number.isInteger(id) ? `#${id}` : '';
