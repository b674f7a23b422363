import { useCallback, useEffect, useState } from 'preact/hooks';
import { FileError } from '../../../lib/formats/read-session-file';
import { toSessionFile } from '../../../lib/formats/to-session-file';
import { message } from '../../../lib/i18n/message';
import { plural } from '../../../lib/i18n/plural';
import type { Session } from '../../../lib/model/session';
import {
  dropOld,
  keepSession,
  listSessions,
  putBack,
  readSession,
  renameSession,
  type ShelfItem,
  type StoredItem,
  takeSession,
} from '../../../lib/shelf/session-shelf';
import { useHeld, useWorkspace } from '../../shell/workspace';
import { formatBytes } from '../../ui/format-bytes';
import { OpenFileButton } from '../../ui/OpenFileButton';
import { Toast, Toasts } from '../../ui/Toast';
import { ExportDialog } from './ExportDialog';
import { type Opened, openFile, openText } from './open-file';
import { SessionRow } from './SessionRow';

/** Days after which a session is deleted; 0: never. */
const retentions = [0, 7, 30, 90] as const;

/** Less free space than this is short, bytes. */
const short = 50_000_000;

const isPrivate = ({ readings }: Session): boolean =>
  readings.some(({ value }) => value.permission.privateWindow);

/** Sessions that are kept in this browser, and files. */
export function SessionsView() {
  const { settings, about, onSettings, onOpened, ...workspace } = useWorkspace();
  /** `null` where a file is shown or there is no page: then there is nothing to keep. */
  const { page } = workspace;
  const session = page ? workspace.whole : null;
  const [items, setItems] = useState<readonly ShelfItem[] | null>(null);
  const [taken, setTaken] = useHeld<readonly StoredItem[]>('sessions.taken', []);
  const [problem, setProblem] = useState<{ id: string; text: string } | null>(null);
  const [space, setSpace] = useState<{ usage: number; quota: number } | null>(null);
  const [exporting, setExporting] = useState<Opened | null>(null);
  const { keepDays } = settings;

  const refresh = useCallback(async () => {
    setItems(await listSessions());
    const estimate = await navigator.storage?.estimate?.();
    if (estimate) setSpace({ usage: estimate.usage ?? 0, quota: estimate.quota ?? 0 });
  }, []);
  /** Does something, and says what went wrong; nothing of what is shown is lost by it. */
  const attempt = useCallback(
    async (act: () => Promise<void> | void) => {
      setProblem(null);
      try {
        await act();
      } catch (error) {
        const { name, message: text } = error as Error;
        const isFull = name === 'QuotaExceededError';
        setProblem({
          id: error instanceof FileError ? error.problem : isFull ? 'full' : 'failed',
          text: isFull ? message('shelfFull') : text || name,
        });
      }
      await refresh().catch((error: Error) =>
        setProblem({ id: 'failed', text: message('shelfUnreadable', error.message) }),
      );
    },
    [refresh],
  );
  useEffect(() => {
    void attempt(() => (keepDays > 0 ? dropOld(keepDays) : undefined));
  }, [attempt, keepDays]);

  const reason =
    !session || session.entries.length === 0
      ? message('saveNothing')
      : isPrivate(session)
        ? message('savePrivate')
        : undefined;
  const save = () =>
    attempt(async () => {
      if (page) await keepSession(toSessionFile(page.clock.now(), { about, isRedacted: false }));
    });
  const remove = (id: number) =>
    attempt(async () => {
      const out = await takeSession(id);
      if (out) setTaken((held) => [...held, out].slice(-5));
    });
  const forget = ({ item }: StoredItem) =>
    setTaken((held) => held.filter((each) => each.item.id !== item.id));
  const free = space ? space.quota - space.usage : Number.POSITIVE_INFINITY;
  const oldest = items?.at(-1);
  return (
    <main class="sessions" data-view="sessions" data-sessions={items?.length}>
      <h1 class="visually-hidden">{message('viewSessions')}</h1>
      <div class="sessions-head">
        <button
          type="button"
          class="button"
          data-action="save-session"
          disabled={reason !== undefined}
          title={reason}
          onClick={() => void save()}
        >
          {message('sessionSave')}
        </button>
        <OpenFileButton
          onFile={(file) => void attempt(async () => onOpened(await openFile(file)))}
        />
        <label class="sessions-keep">
          {message('keepFor')}{' '}
          <select
            class="field"
            name="keep-days"
            value={String(keepDays)}
            onChange={(event) =>
              onSettings({ ...settings, keepDays: Number(event.currentTarget.value) })
            }
          >
            {retentions.map((days) => (
              <option key={days} value={String(days)}>
                {days === 0 ? message('keepAlways') : plural('keepDays', days)}
              </option>
            ))}
          </select>
        </label>
        {space && items && (
          <span class="none" data-space>
            {message(
              'shelfSpace',
              formatBytes(items.reduce((sum, { size }) => sum + size, 0)),
              formatBytes(Math.max(0, free)),
            )}
          </span>
        )}
      </div>
      {reason && session && <p class="none sessions-note">{reason}</p>}
      {problem && (
        <p class="error-text sessions-note" role="alert" data-problem={problem.id}>
          {problem.text}
        </p>
      )}
      {oldest && (free < short || problem?.id === 'full') && (
        <p class="sessions-note" data-short>
          {message('shelfShort', oldest.name)}{' '}
          <button
            type="button"
            class="button"
            data-action="delete-oldest"
            onClick={() => void remove(oldest.id)}
          >
            {message('sessionDelete')}
          </button>
        </p>
      )}
      {items && items.length > 0 && (
        <table class="session-table">
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{message('sessionVerdict')}</span>
              </th>
              <th scope="col">{message('sessionName')}</th>
              <th scope="col">{message('sessionSite')}</th>
              <th scope="col">{message('sessionWhen')}</th>
              <th scope="col">{message('sessionLength')}</th>
              <th scope="col">{message('sessionNumbers')}</th>
              <th scope="col">{message('sessionSize')}</th>
              <th scope="col">
                <span class="visually-hidden">{message('sessionActions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <SessionRow
                key={item.id}
                item={item}
                onOpen={() =>
                  void attempt(async () => onOpened(openText(await readSession(item.id))))
                }
                onExport={() =>
                  void attempt(async () => setExporting(openText(await readSession(item.id))))
                }
                onRename={(name) => void attempt(() => renameSession(item.id, name))}
                onDelete={() => void remove(item.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      <div class="drop-zone">
        {items?.length === 0 && <p>{message('shelfEmpty')}</p>}
        <p class="none">{message('dropHere')}</p>
      </div>
      <Toasts>
        {taken.map((each) => (
          <Toast
            key={each.item.id}
            text={message('sessionDeleted', each.item.name)}
            action={{
              name: 'undo-delete',
              label: message('undo'),
              run: () =>
                attempt(async () => {
                  await putBack(each);
                  forget(each);
                }),
            }}
            onClose={() => forget(each)}
          >
            <span data-deleted={each.item.id} />
          </Toast>
        ))}
      </Toasts>
      {exporting && (
        <ExportDialog
          session={exporting.session}
          settings={settings}
          selected={null}
          about={{ extension: exporting.file.extension, browser: exporting.file.browser }}
          file={exporting.file}
          onClose={() => setExporting(null)}
        />
      )}
    </main>
  );
}
