import { background } from '../../lib/messaging/background';
import type { SessionFile } from '../../lib/schema/session-file';
import type { RecordRest } from '../../lib/shelf/record-rest';
import { readSession } from '../../lib/shelf/session-shelf';

/** A recording that could not be kept, whole: what of it is on the disk, and what the background holds in its memory. */
export const recordedFile = async (tab: number, id: number): Promise<SessionFile> => {
  const rests: RecordRest[] = [];
  const entries = new Map<string, SessionFile['entries'][number]>();
  const kept = await readSession(id).catch(() => undefined);
  if (kept !== undefined)
    for (const entry of (JSON.parse(kept) as SessionFile).entries) entries.set(entry.key, entry);
  for (let from = 0, isLast = false; !isLast; ) {
    const rest = JSON.parse(await background.restOfRecording(tab, from)) as RecordRest;
    rests.push(rest);
    for (const entry of rest.file.entries) entries.set(entry.key, entry);
    from += rest.file.entries.length;
    isLast = rest.isLast;
  }
  const [first] = rests as [RecordRest];
  const inOrder = [...entries.values()].sort((a, b) => a.page - b.page || a.id - b.id);
  return { ...first.file, entries: inOrder };
};
