import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../../lib/i18n/format-number';
import { message } from '../../../lib/i18n/message';
import type { ShelfItem } from '../../../lib/shelf/session-shelf';
import { formatSpan } from '../../../lib/text/format-span';
import { formatMoment } from '../../../lib/text/format-time';
import { ContextMenu, type Point } from '../../ui/ContextMenu';
import { formatBytes } from '../../ui/format-bytes';
import { SeverityMark } from '../../ui/SeverityMark';

interface SessionRowProps {
  item: ShelfItem;
  onOpen(): void;
  onExport(): void;
  onRename(name: string): void;
  onDelete(): void;
}

const hostOf = (url: string | undefined): string =>
  url !== undefined && URL.canParse(url) ? new URL(url).host : '';

/** A session that is kept: a row of the table, two lines where it is narrow. */
export function SessionRow({ item, onOpen, onExport, onRename, onDelete }: SessionRowProps) {
  const [isNaming, setIsNaming] = useState(false);
  const [menu, setMenu] = useState<Point | null>(null);
  const more = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNaming) field.current?.select();
  }, [isNaming]);
  const { id, name, savedAt, pages, entries, calls, pushes, errors, size, isCut, length, worst } =
    item;
  const button = (action: string, label: string, run: () => void) => (
    <button
      type="button"
      class="button"
      data-action={action}
      aria-label={`${label.replace(/…$/, '')}: ${name}`}
      onClick={run}
    >
      {label}
    </button>
  );
  const rename = () => {
    // Taken away, the field loses the focus: that is no second renaming.
    if (!isNaming) return;
    setIsNaming(false);
    const wanted = field.current?.value.trim();
    if (wanted && wanted !== name) onRename(wanted);
  };
  const cell = (className: string, text: string) => <td class={`session-${className}`}>{text}</td>;
  return (
    <tr class="session-item" data-session={id} data-entries={entries}>
      <td class="session-verdict">{worst && <SeverityMark severity={worst} />}</td>
      <th scope="row" class="session-name" title={pages.join('\n')}>
        {isNaming ? (
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
              defaultValue={name}
              maxLength={200}
              onBlur={rename}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.currentTarget.value = name;
                setIsNaming(false);
              }}
            />
          </form>
        ) : (
          name
        )}{' '}
        {isCut && <span class="finding-tag">{message('sessionCut')}</span>}
      </th>
      {cell('site', hostOf(pages[0]))}
      {cell('when', formatMoment(savedAt))}
      {cell('length', length === undefined ? '–' : formatSpan(length))}
      <td
        class="session-counts"
        title={message(
          'sessionCounts',
          formatNumber(entries),
          formatNumber(calls),
          formatNumber(pushes),
          formatNumber(errors),
        )}
      >
        {formatNumber(calls)} / {formatNumber(pushes)} /{' '}
        <span class={errors > 0 ? 'error-text' : ''}>{formatNumber(errors)}</span>
      </td>
      {cell('size', formatBytes(size))}
      <td class="session-actions">
        {button('open-session', message('recordOpen'), onOpen)}
        {button('export-session', message('exportTitle'), onExport)}
        <button
          ref={more}
          type="button"
          class="button"
          data-action="more-session"
          aria-label={`${message('sessionMore')}: ${name}`}
          title={message('sessionMore')}
          aria-haspopup="menu"
          aria-expanded={menu !== null}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            // Pressed again, it closes what it has opened.
            setMenu(menu ? null : { x: left, y: bottom });
          }}
        >
          ⋮
        </button>
        {menu && (
          <ContextMenu
            label={`${message('sessionMore')}: ${name}`}
            at={menu}
            opener={more.current}
            items={[
              {
                label: message('sessionRename'),
                action: 'rename-session',
                run: () => setIsNaming(true),
              },
              { label: message('sessionDelete'), action: 'delete-session', run: onDelete },
            ]}
            onClose={() => setMenu(null)}
          />
        )}
      </td>
    </tr>
  );
}
