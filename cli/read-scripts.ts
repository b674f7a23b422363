import { pageScriptsToRead } from '../lib/diagnosis/page-scripts-to-read';
import { scriptToRead } from '../lib/diagnosis/script-to-read';
import type { ScriptReport } from '../lib/model/script-report';
import type { Session } from '../lib/model/session';
import type { SessionChange } from '../lib/session/session-change';
import { fetchScript } from '../lib/worker-script/fetch-script';
import { fetchTag } from '../lib/worker-script/fetch-tag';

/** Asks servers for scripts, as the panel does. */
export interface ScriptReader {
  /** Asks for what a session wants to have read, each version once. */
  read(session: Session): void;
  /** Whether an answer is awaited. */
  isBusy(): boolean;
  /** Whether the worker's script was asked for and not got. */
  isWorkerUnread(): boolean;
}

/**
 * The requests are the command's own, by `ask`. Where no answer comes to them nothing is said: that is no proof that the browser gets none, which
 * may have another way to the network.
 */
export const readScripts = (
  ask: typeof fetch,
  change: (change: SessionChange) => void,
): ScriptReader => {
  const read = new Set<string>();
  let busy = 0;
  let isUnread = false;
  const readOnce = async (
    version: string,
    get: () => Promise<ScriptReport>,
    onEnd: (isRead: boolean) => void = () => {},
  ): Promise<void> => {
    if (read.has(version)) return;
    read.add(version);
    busy += 1;
    try {
      const report = await get();
      if (report.httpStatus > 0) change({ type: 'report', report });
      onEnd(true);
    } catch {
      onEnd(false);
    } finally {
      busy -= 1;
    }
  };
  return {
    read(session) {
      const script = scriptToRead(session);
      if (script)
        void readOnce(
          script.version,
          () => fetchScript(script.url, ask),
          (isRead) => {
            isUnread = !isRead;
          },
        );
      for (const tag of pageScriptsToRead(session))
        void readOnce(`${session.state?.document} ${tag.url}`, () => fetchTag(tag, ask));
    },
    isBusy: () => busy > 0,
    isWorkerUnread: () => isUnread,
  };
};
