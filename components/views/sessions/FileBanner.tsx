import { message } from '../../../lib/i18n/message';
import { formatMoment } from '../../../lib/text/format-time';

/** A file that is shown in the place of a live page. */
export interface OpenedFile {
  name: string;
  /** ISO 8601. */
  savedAt: string;
  extension: string;
  browser: string;
  isRedacted: boolean;
  isCut: boolean;
  /** How many of its values were damaged. */
  repaired: number;
}

interface FileBannerProps {
  file: OpenedFile;
  /** Absent where there is no page to go back to. */
  onClose: (() => void) | undefined;
  /** What the button says that goes back. */
  closeLabel?: string | undefined;
}

/** Says that a file is shown, and of what it is. */
export function FileBanner({ file, onClose, closeLabel }: FileBannerProps) {
  const { name, savedAt, extension, browser, isRedacted, isCut, repaired } = file;
  return (
    <section class="banner file-banner" data-file={name} aria-label={message('fileShown', name)}>
      <p>
        <b>{message('fileShown', name)}</b>{' '}
        {message('fileAbout', formatMoment(Date.parse(savedAt)), extension)}{' '}
        {message(isRedacted ? 'fileRedacted' : 'fileWithSecrets')} {isCut && message('sessionCut')}{' '}
        {repaired > 0 && <span data-repaired={repaired}>{message('fileRepaired', repaired)}</span>}{' '}
        <span class="none">{browser}</span>
      </p>
      {onClose && (
        <button type="button" class="button" data-action="close-file" onClick={onClose}>
          {closeLabel ?? message('fileClose')}
        </button>
      )}
    </section>
  );
}
