import { message } from '../lib/i18n/message';
import { formatMoment } from '../lib/text/format-time';
import { canKeepRecent, type RecentFile } from './recent-files';

interface RecentFilesProps {
  /** `null`: their names are not kept. */
  files: readonly RecentFile[] | null;
  onKeep(isKept: boolean): void;
  /** The user wants a file of that name again: a page can only ask for it. */
  onChoose(): void;
}

/** Names of files that were opened here, kept where the user wants that. */
export function RecentFiles({ files, onKeep, onChoose }: RecentFilesProps) {
  if (!canKeepRecent()) return <p class="none">{message('viewerRecentNever')}</p>;
  const isLocal = location.protocol === 'file:';
  return (
    <section data-recent={files?.length ?? 'off'}>
      <label>
        <input
          type="checkbox"
          name="keep-recent"
          checked={files !== null}
          onChange={(event) => onKeep(event.currentTarget.checked)}
        />{' '}
        {message('viewerRecent')}
      </label>
      {files && <p class="none">{message(isLocal ? 'viewerRecentLocal' : 'viewerRecentHelp')}</p>}
      {files && files.length > 0 && (
        <ul class="findings-plain">
          {files.map(({ name, time }) => (
            <li key={name}>
              <button type="button" class="link" data-recent-file={name} onClick={onChoose}>
                {name}
              </button>{' '}
              <span class="none">{formatMoment(time)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
