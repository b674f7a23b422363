import { useEffect, useRef, useState } from 'preact/hooks';
import { plural } from '../../../../lib/i18n/plural';

/** Milliseconds between two announcements. */
const pause = 5_000;

/** Tells those who do not see the list that entries have come: at most one announcement in five seconds, and none of what is there at first. */
export function News({ count }: { count: number }) {
  const told = useRef(count);
  const latest = useRef(count);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [text, setText] = useState('');
  latest.current = count;
  useEffect(() => {
    // The list was emptied.
    if (count < told.current) told.current = count;
    if (count === told.current || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const news = latest.current - told.current;
      told.current = latest.current;
      if (news > 0) setText(plural('newsEntries', news, String(latest.current)));
    }, pause);
  }, [count]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <p class="visually-hidden" role="status" data-news>
      {text}
    </p>
  );
}
