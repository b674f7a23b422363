import { useCallback, useContext, useMemo, useState } from 'preact/hooks';
import {
  type ExportFormat,
  exportFormats,
  exportSession,
  issueText,
} from '../../../lib/formats/export-session';
import { withEffects } from '../../../lib/formats/pick-entries';
import { viewerHtml } from '../../../lib/formats/viewer-html';
import { formatNumber } from '../../../lib/i18n/format-number';
import { type MessageKey, message } from '../../../lib/i18n/message';
import type { Session, SessionEntry } from '../../../lib/model/session';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import type { About } from '../../../lib/schema/about';
import { readFilter } from '../../../lib/timeline/filter';
import { buildRows } from '../../../lib/timeline/rows';
import type { Settings } from '../../../lib/timeline/settings';
import { CopiedNote } from '../../ui/CopiedNote';
import { filterContext } from '../../ui/filter-context';
import { saveBlob } from '../../ui/save-file';
import { useCopy } from '../../ui/use-copy';
import { useModal } from '../../ui/use-modal';
import type { OpenedFile } from './FileBanner';
import { IssueText } from './IssueText';
import { ViewerSource } from './viewer-source';
import { zipText } from './zip-text';

export interface ExportDialogProps {
  session: Session;
  /** The frame that is looked at; absent: the main one. */
  frame?: number | undefined;
  settings: Settings;
  /** The entry that is selected in the timeline. */
  selected: string | null;
  about: About;
  /** What the timeline hides besides what the filter does. */
  isHidden?: ((entry: SessionEntry) => boolean) | undefined;
  /** The file that the session is from; absent for a live one. */
  file?: OpenedFile | undefined;
  onClose(): void;
}

type What = 'all' | 'shown' | 'selection';

/** A web page is a session file with what shows it. */
type Choice = ExportFormat | 'html';

const labels: Record<Choice, MessageKey> = {
  session: 'exportSession',
  html: 'exportHtml',
  report: 'exportReport',
  har: 'exportHar',
  csv: 'exportCsv',
};
const whats: Record<What, MessageKey> = {
  all: 'exportAll',
  shown: 'exportShown',
  selection: 'exportSelection',
};

/** Whom a session is given to, and what they can do with it: all of it, without secrets. */
const presets: readonly { id: string; format: Choice; label: MessageKey; help: MessageKey }[] = [
  { id: 'colleague', format: 'html', label: 'exportColleague', help: 'exportHtml' },
  { id: 'issue', format: 'report', label: 'exportIssue', help: 'exportReport' },
  { id: 'devtools', format: 'har', label: 'exportDevTools', help: 'exportHar' },
];

/** Gives the session away as a file or by the clipboard; without secrets, unless they are asked for. */
export function ExportDialog(props: ExportDialogProps) {
  const { session, frame, settings, selected, about, isHidden, file, onClose } = props;
  const dialog = useModal();
  const [format, setFormat] = useState<Choice>('session');
  const [what, setWhat] = useState<What>('all');
  const [withSecrets, setWithSecrets] = useState(false);
  const [isZipped, setIsZipped] = useState(false);
  const [problem, setProblem] = useState('');
  const { copied, copy } = useCopy();
  const keysOf = useMemo(
    (): Record<What, ReadonlySet<string> | undefined> => ({
      all: undefined,
      shown: new Set(
        buildRows(session.pages, session.entries, {
          filter: readFilter(
            settings.filter,
            filterContext(session.remarks, readOutcomes(session), session.pages),
          ),
          hiddenKinds: settings.hiddenKinds,
          folded: new Set(),
          ...(isHidden && { isHidden }),
        }).rows.flatMap((row) => (row.type === 'entry' ? [row.key] : [])),
      ),
      selection: selected === null ? new Set<string>() : withEffects(session, selected),
    }),
    [session, settings.filter, settings.hiddenKinds, selected, isHidden],
  );
  const countOf = (each: What): number => keysOf[each]?.size ?? session.entries.length;
  const readParts = useContext(ViewerSource);
  const formats = exportFormats.flatMap((each): Choice[] =>
    each === 'session' && readParts ? [each, 'html'] : [each],
  );
  const make = () =>
    exportSession(session, {
      format: format === 'html' ? 'session' : format,
      keys: keysOf[what],
      // A file has all frames, and whoever opens it chooses.
      ...(format === 'report' && { frame }),
      withSecrets,
      about,
      ...(file && { name: file.name, isCut: file.isCut, wasRedacted: file.isRedacted }),
    });
  const makeIssue = useCallback(
    () => issueText(session, { keys: keysOf[what], frame, withSecrets, about }),
    [session, frame, keysOf, what, withSecrets, about],
  );
  const attempt = async (act: () => Promise<void> | void) => {
    setProblem('');
    try {
      await act();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const save = () =>
    attempt(async () => {
      const { name: fileName, type, text } = make();
      if (format === 'session' && isZipped)
        saveBlob(`${fileName}.gz`, await zipText(text), 'application/gzip');
      else if (format === 'html' && readParts)
        saveBlob(
          fileName.replace(/\.akpush\.json$/, '.html'),
          await viewerHtml(await readParts(), [{ run: null, session: text }]),
          'text/html',
        );
      else saveBlob(fileName, text, type);
      onClose();
    });
  const radio = <T extends string>(
    group: string,
    value: T,
    now: T,
    label: string,
    set: (next: T) => void,
    isOff = false,
  ) => (
    <label class="export-choice" key={value}>
      <input
        type="radio"
        name={group}
        value={value}
        checked={value === now}
        disabled={isOff}
        onChange={() => set(value)}
      />
      {label}
    </label>
  );
  return (
    <dialog
      ref={dialog}
      class="dialog"
      data-dialog="export"
      aria-labelledby="export-title"
      // Keys in it are not for what lies behind; Escape is the browser's way to close it.
      onKeyDown={(event) => event.stopPropagation()}
      onClose={onClose}
    >
      <h2 id="export-title">{message('exportTitle')}</h2>
      <fieldset class="export-presets">
        <legend>{message('exportFor')}</legend>
        {presets
          .filter((each) => formats.includes(each.format))
          .map((each) => (
            <button
              key={each.id}
              type="button"
              class="button"
              data-preset={each.id}
              aria-pressed={format === each.format && what === 'all' && !withSecrets}
              title={message(each.help)}
              onClick={() => {
                setFormat(each.format);
                setWhat('all');
                setWithSecrets(false);
                setIsZipped(false);
              }}
            >
              {message(each.label)}
            </button>
          ))}
      </fieldset>
      <fieldset>
        <legend>{message('exportFormat')}</legend>
        {formats.map((each) =>
          radio('export-format', each, format, message(labels[each]), setFormat),
        )}
      </fieldset>
      <fieldset>
        <legend>{message('exportWhat')}</legend>
        {(['all', 'shown', 'selection'] as const).map((each) =>
          radio(
            'export-what',
            each,
            what,
            `${message(whats[each])} (${formatNumber(countOf(each))})`,
            setWhat,
            each !== 'all' && countOf(each) === 0,
          ),
        )}
      </fieldset>
      <fieldset>
        <legend>{message('exportHow')}</legend>
        <p class="none">{message('exportRedacted')}</p>
        <p class="none">{message('exportNotFound')}</p>
        <label class="export-choice">
          <input
            type="checkbox"
            name="export-secrets"
            checked={withSecrets}
            onChange={(event) => setWithSecrets(event.currentTarget.checked)}
          />
          {message('exportSecrets')}
        </label>
        {withSecrets && (
          <p class="error-text" role="status">
            {message('exportSecretsWarning')}
          </p>
        )}
        {format === 'session' && (
          <label class="export-choice">
            <input
              type="checkbox"
              name="export-gzip"
              checked={isZipped}
              onChange={(event) => setIsZipped(event.currentTarget.checked)}
            />
            {message('exportGzip')}
          </label>
        )}
      </fieldset>
      {format === 'report' && <IssueText make={makeIssue} onCopy={copy} />}
      {problem && (
        <p class="error-text" role="alert">
          {problem}
        </p>
      )}
      <div class="dialog-buttons">
        <button type="button" class="button" data-action="save-export" onClick={() => void save()}>
          {message('exportSave')}
        </button>
        {(format === 'report' || format === 'csv') && (
          <button
            type="button"
            class="button"
            data-action="copy-export"
            onClick={() => void attempt(() => copy(make().text))}
          >
            {message('exportCopy')}
          </button>
        )}
        <button
          type="button"
          class="button"
          data-action="cancel"
          onClick={() => dialog.current?.close()}
        >
          {message('cancel')}
        </button>
      </div>
      <CopiedNote copied={copied} />
    </dialog>
  );
}
