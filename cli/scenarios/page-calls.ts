import type { CallActions } from '../../lib/calls/call-actions';
import { callJob, isCallOfJob } from '../../lib/calls/call-job';
import { currentDocument } from '../../lib/model/current-document';
import type { OpenPage } from '../open-page';
import type { WatchedSession } from '../watch-session';
import { runJob } from './run-job';

/** Calls methods of the page's SDK as the panel does, and finds in the session what came of it. Each is called as after a click of the user. */
export const pageCalls = (
  open: Pick<OpenPage, 'byGesture'>,
  { session, change, connection }: Pick<WatchedSession, 'session' | 'change' | 'connection'>,
): Pick<CallActions, 'run'> => ({
  async run(call) {
    await connection.catchUp();
    const page = currentDocument(session())?.number;
    const last = session().newest[page ?? 0] ?? 0;
    const begin = performance.now();
    const answer = await runJob(open, callJob(call));
    if ('failed' in answer) throw Object.assign(new Error(answer.failed.message), answer.failed);
    await connection.catchUp();
    const entry = session().entries.find(
      (each) => each.page === page && each.order > last && isCallOfJob(call.method, each),
    );
    if (entry) change({ type: 'by-panel', key: entry.key });
    return { key: entry?.key ?? null, took: performance.now() - begin };
  },
});
