import { readSessionText } from '../../lib/formats/read-session-file';
import { toSession } from '../../lib/formats/to-session';
import type { Session } from '../../lib/model/session';
import { readSession } from '../../lib/shelf/session-shelf';

/** A session that is kept, and its name. Rejects when it is not there any more. */
export const readKept = async (id: number): Promise<{ session: Session; name: string }> => {
  const file = readSessionText(await readSession(id));
  return { session: toSession(file), name: file.name };
};
