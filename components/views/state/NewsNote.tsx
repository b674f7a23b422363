import { useRef } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import type { StateItem } from '../../../lib/state/state-item';

interface NewsNoteProps {
  items: readonly StateItem[];
  /** Ids of lines that have just changed. */
  news: ReadonlySet<string>;
}

/** Tells a screen reader what a new reading has changed: the names of the lines, once. */
export function NewsNote({ items, news }: NewsNoteProps) {
  const told = useRef('');
  const names = [
    ...new Set(items.filter(({ id }) => news.has(id)).map(({ label }) => message(label))),
  ];
  // What is no news any more is not taken back: that would be read aloud too.
  if (names.length > 0) told.current = message('stateChanged', names.join(', '));
  return (
    <p class="visually-hidden" role="status" data-news>
      {told.current}
    </p>
  );
}
