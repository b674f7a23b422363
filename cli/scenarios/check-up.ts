import { runCheckup } from '../../lib/checkup/run-checkup';
import type { Checkup } from '../../lib/model/checkup';
import { recordAction } from '../../lib/session/record-action';
import { workerActionNames } from '../../lib/state/worker-action-names';
import { fetchScript } from '../../lib/worker-script/fetch-script';
import type { OpenPage } from '../open-page';
import type { WatchedSession } from '../watch-session';
import { pageCalls } from './page-calls';
import { pageInstance } from './run-job';

/** What a checkup is made with. */
export interface CheckUpTools {
  open: OpenPage;
  watched: WatchedSession;
  /** Requests of the command's own, as the browser would make them. */
  ask: typeof fetch;
  signal: AbortSignal;
}

/** Runs the panel's checkup on a page, with all its steps; resolves with it when it has ended. Never rejects but where the page does not answer. */
export const checkUp = async ({
  open,
  watched,
  ask,
  signal,
}: CheckUpTools): Promise<Checkup | undefined> => {
  const { session, change, changed, connection } = watched;
  const { page } = connection;
  let checkup: Checkup | undefined;
  await runCheckup(
    {
      session,
      changed,
      calls: pageCalls(open, watched),
      panel: {
        async fetchScript(url) {
          const report = await fetchScript(url, ask);
          change({ type: 'report', report });
          return report;
        },
        changeStorage: (name, writes) =>
          recordAction(
            change,
            name,
            writes.map(({ key }) => key),
            () => page.changeStorage(writes),
          ),
        actOnWorker(action) {
          const { type, ...target } = action;
          return recordAction(change, workerActionNames[type], target, () =>
            page.actOnWorker(action),
          );
        },
      },
    },
    {
      match: undefined,
      update: undefined,
      instance: await pageInstance(open),
      mode: 'gesture',
      omit: [],
      signal,
    },
    (next) => {
      checkup = next;
    },
  );
  return checkup;
};
