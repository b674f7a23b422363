import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../lib/i18n/format-number';
import { message } from '../../lib/i18n/message';
import type { ShelfItem } from '../../lib/shelf/session-shelf';
import { formatBytes } from '../format-bytes';

interface SessionRowProps {
  item: ShelfItem;
  onOpen(): void;
  onExport(): void;
  onRename(name: string): void;
  onDelete(): void;
}

/** A session that is kept. */
export function SessionRow({ item, onOpen, onExport, onRename, onDelete }: SessionRowProps) {
  const [isNaming, setIsNaming] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNaming) field.current?.select();
  }, [isNaming]);
  const { id, savedAt, pages, entries, calls, pushes, errors, size, isCut } = item;
  const button = (action: string, label: string, run: () => void) => (
    <button type="button" class="button" data-action={action} onClick={run}>
      {label}
    </button>
  );
  const rename = () => {
    // Taken away, the field loses the focus: that is no second renaming.
    if (!isNaming) return;
    setIsNaming(false);
    const wanted = field.current?.value.trim();
    if (wanted && wanted !== item.name) onRename(wanted);
  };
  return (
    <li class="session-row" data-session={id} data-entries={entries}>
      <div class="session-name">
        {!isNaming ? (
          <button type="button" class="link" data-action="open-session" onClick={onOpen}>
            {item.name}
          </button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              rename();
            }}
          >
            <input
              ref={field}
              class="field"
              name="session-name"
              aria-label={message('sessionName')}
              defaultValue={item.name}
              maxLength={200}
              onBlur={rename}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.currentTarget.value = item.name;
                setIsNaming(false);
              }}
            />
          </form>
        )}{' '}
        {isCut && <span class="finding-tag">{message('sessionCut')}</span>}
      </div>
      <div class="none">
        {new Date(savedAt).toLocaleString(message('locale'))} ·{' '}
        {message(
          'sessionCounts',
          formatNumber(entries),
          formatNumber(calls),
          formatNumber(pushes),
          formatNumber(errors),
        )}{' '}
        · {formatBytes(size)}
      </div>
      <div class="session-pages none" title={pages.join('\n')}>
        {pages.join(', ')}
      </div>
      <div class="actions">
        {button('export-session', message('exportTitle'), onExport)}
        {button('rename-session', message('sessionRename'), () => setIsNaming(true))}
        {button('delete-session', message('sessionDelete'), onDelete)}
      </div>
    </li>
  );
}
