import { kinds } from './kinds';
import type { SessionEntry } from './session';

/** Whether somebody has made the page do it from the panel. */
export const isByPanel = ({ kind, origin }: Pick<SessionEntry, 'kind' | 'origin'>): boolean =>
  origin === 'panel' && kinds[kind].recordedBy === 'page';
