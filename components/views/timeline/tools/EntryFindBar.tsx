import { useEffect, useMemo, useState } from 'preact/hooks';
import { message } from '../../../../lib/i18n/message';
import type { SessionEntry } from '../../../../lib/model/session';
import { findTime } from '../../../../lib/timeline/find-time';
import { searchableLowerText } from '../../../../lib/timeline/searchable-text';
import { FindBar } from '../../../ui/find/FindBar';
import { followMatches } from '../../../ui/find/follow-matches';
import { clearPaint, paintRanges } from '../../../ui/find/paint-matches';

interface EntryFindBarProps {
  /** The entries that are shown, in their order. */
  entries: readonly SessionEntry[];
  selected: string | null;
  onSelect(key: string): void;
  /** What is looked for, so that trees can open. */
  onTerm(term: string): void;
  onClose(): void;
}

/** Looks for a text inside of the entries, and goes from one to the next; goes to a time. */
export function EntryFindBar({ entries, selected, onSelect, onTerm, onClose }: EntryFindBarProps) {
  const [text, setText] = useState('');
  const [time, setTime] = useState('');
  const [problem, setProblem] = useState('');
  const term = text.trim().toLowerCase();
  useEffect(() => onTerm(term), [term, onTerm]);
  useEffect(() => () => onTerm(''), [onTerm]);
  // Rows and details show only a part of what is found.
  useEffect(() => {
    const root = document.querySelector('.timeline');
    if (term === '' || !root) return;
    const end = followMatches(root, term, (matches) => paintRanges(matches));
    return () => {
      end();
      clearPaint();
    };
  }, [term]);
  const found = useMemo(
    () => (term === '' ? [] : entries.filter((entry) => searchableLowerText(entry).includes(term))),
    [entries, term],
  );
  const at = found.findIndex(({ key }) => key === selected);
  const go = (by: 1 | -1) => {
    if (found.length === 0) return;
    const order = new Map(entries.map(({ key }, index) => [key, index]));
    const here = selected === null ? -1 : (order.get(selected) ?? -1);
    const next =
      at >= 0
        ? found[(at + by + found.length) % found.length]
        : by === 1
          ? (found.find(({ key }) => (order.get(key) ?? 0) > here) ?? found[0])
          : (found.findLast(({ key }) => (order.get(key) ?? 0) < here) ?? found.at(-1));
    if (next) onSelect(next.key);
  };
  const goToTime = () => {
    const entry = findTime(entries, time);
    setProblem(entry ? '' : message('timeNotFound'));
    if (entry) onSelect(entry.key);
  };
  return (
    <FindBar
      label={message('findLabel')}
      text={text}
      count={term === '' ? undefined : found.length}
      at={at}
      onText={setText}
      onGo={go}
      onClose={onClose}
    >
      <span class="divider" />
      <input
        class="field find-time"
        name="go-to-time"
        aria-label={message('goToTime')}
        placeholder={message('goToTime')}
        aria-invalid={problem !== ''}
        value={time}
        onInput={(event) => setTime(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          goToTime();
        }}
      />
      {problem && (
        <span class="error-text" role="alert" data-problem="time">
          {problem}
        </span>
      )}
    </FindBar>
  );
}
