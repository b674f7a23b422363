import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../lib/i18n/format-number';
import { message } from '../../lib/i18n/message';
import type { SessionEntry } from '../../lib/model/session';
import { findTime } from '../../lib/timeline/find-time';
import { searchableLowerText } from '../../lib/timeline/searchable-text';
import { IconButton } from '../IconButton';
import { paintMatches } from './paint-matches';

interface FindBarProps {
  /** The entries that are shown, in their order. */
  entries: readonly SessionEntry[];
  selected: string | null;
  onSelect(key: string): void;
  /** What is looked for, so that trees can open. */
  onTerm(term: string): void;
  onClose(): void;
}

/** Looks for a text inside of the entries, and goes from one to the next; goes to a time. */
export function FindBar({ entries, selected, onSelect, onTerm, onClose }: FindBarProps) {
  const [text, setText] = useState('');
  const [time, setTime] = useState('');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const term = text.trim().toLowerCase();
  useEffect(() => field.current?.focus(), []);
  useEffect(() => onTerm(term), [term, onTerm]);
  useEffect(() => () => onTerm(''), [onTerm]);
  useEffect(() => paintMatches(term), [term]);
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
    <search
      class="toolbar find-bar"
      data-found={term === '' ? undefined : found.length}
      data-at={at >= 0 ? at + 1 : undefined}
    >
      <input
        ref={field}
        class="field"
        name="find"
        type="search"
        aria-label={message('findLabel')}
        placeholder={message('findLabel')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="counter" role="status">
        {term !== '' &&
          (found.length === 0
            ? message('findNone')
            : message(
                'findCount',
                at >= 0 ? formatNumber(at + 1) : '–',
                formatNumber(found.length),
              ))}
      </span>
      <IconButton
        icon="up"
        action="find-previous"
        label={message('findPrevious')}
        shortcut="Shift+Enter"
        onClick={() => go(-1)}
      />
      <IconButton
        icon="down"
        action="find-next"
        label={message('findNext')}
        shortcut="Enter"
        onClick={() => go(1)}
      />
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
      <IconButton icon="close" label={message('findClose')} shortcut="Esc" onClick={onClose} />
    </search>
  );
}
