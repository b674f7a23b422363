import { readSession } from '../../../lib/shelf/session-shelf';
import { type Opened, openText } from './open-file';

/** Opens a session that is kept in this browser. Rejects when it is not there any more. */
export const openKept = async (id: number): Promise<Opened> => openText(await readSession(id));
