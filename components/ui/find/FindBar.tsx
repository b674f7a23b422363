import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../../lib/i18n/format-number';
import { message } from '../../../lib/i18n/message';
import { IconButton } from '../IconButton';

interface FindBarProps {
  /** What the field is for: its name and placeholder. */
  label: string;
  text: string;
  /** How many matches there are; `undefined` while nothing is looked for. */
  count: number | undefined;
  /** Which of them is shown, from 0; -1: none yet. */
  at: number;
  onText(text: string): void;
  onGo(by: 1 | -1): void;
  onClose(): void;
  /** What else can be gone to. */
  children?: ComponentChildren;
}

/** A field to look for a text, with the number of matches and the way from one to the next. */
export function FindBar(props: FindBarProps) {
  const { label, text, count, at, onText, onGo, onClose, children } = props;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <search class="toolbar find-bar" data-found={count} data-at={at >= 0 ? at + 1 : undefined}>
      <input
        ref={field}
        class="field"
        name="find"
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onGo(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="counter" role="status">
        {count !== undefined &&
          (count === 0
            ? message('findNone')
            : message('findCount', at >= 0 ? formatNumber(at + 1) : '–', formatNumber(count)))}
      </span>
      <IconButton
        icon="up"
        action="find-previous"
        label={message('findPrevious')}
        shortcut="Shift+Enter"
        onClick={() => onGo(-1)}
      />
      <IconButton
        icon="down"
        action="find-next"
        label={message('findNext')}
        shortcut="Enter"
        onClick={() => onGo(1)}
      />
      {children}
      <IconButton icon="close" label={message('findClose')} shortcut="Esc" onClick={onClose} />
    </search>
  );
}
