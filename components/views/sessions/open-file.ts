import { type ReadSession, readSessionText } from '../../../lib/formats/read-session-file';
import { toSession } from '../../../lib/formats/to-session';
import type { Session } from '../../../lib/model/session';
import type { OpenedFile } from './FileBanner';
import { readFileText } from './read-file';

/** A session from a file or from the list, and what is said of it. */
export interface Opened {
  session: Session;
  file: OpenedFile;
}

const openedOf = (file: ReadSession): Opened => ({
  session: toSession(file),
  file: {
    name: file.name,
    savedAt: file.savedAt,
    extension: file.about.extension,
    browser: file.about.browser,
    isRedacted: file.redacted,
    isCut: file.cut === true,
    repaired: file.repaired,
  },
});

/** Opens the text of a session file. Throws a `FileError`. */
export const openText = (text: string): Opened => openedOf(readSessionText(text));

/** Opens a file of the user's. Rejects with a `FileError`. */
export const openFile = async (file: Blob): Promise<Opened> => openText(await readFileText(file));
