import type { PageResult } from '../page-result';

/** What the frame that was judged is called: its name, where it has one, and its address. */
export const frameTitle = ({ name, url }: NonNullable<PageResult['frame']>): string =>
  [name, url].filter(Boolean).join(' · ');
