import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { canGesture } from '../../lib/browser';
import type { CallActions } from '../../lib/calls/call-actions';
import type { CheckupDeps } from '../../lib/checkup/run-checkup';
import { background } from '../../lib/messaging/background';
import { connectPage, type PageConnection } from '../../lib/messaging/connect-page';
import { openPort } from '../../lib/messaging/open-port';
import type { Encoded } from '../../lib/model/encoded-value';
import type { ScriptReport } from '../../lib/model/script-report';
import { emptySession, type Session } from '../../lib/model/session';
import type { LiveWatch } from '../../lib/protocol/live-status';
import type { FrameAddress } from '../../lib/protocol/page';
import type { PushActions } from '../../lib/push/push-request';
import { reduce } from '../../lib/session/reduce';
import type { SessionChange } from '../../lib/session/session-change';
import type { PanelActions } from '../../lib/state/panel-actions';
import { callActions } from './call-actions';
import { pushActions } from './push-actions';
import { recordAction } from './record-action';
import { useLive } from './use-live';

/** The inspected tab's session, live, and what the panel can ask for. */
export interface LiveSession {
  session: Session;
  change(change: SessionChange): void;
  actions: PanelActions;
  calls: CallActions;
  checkup: CheckupDeps;
  pushes: PushActions;
  live: LiveWatch;
  retry(): void;
  reload(): void;
}

const workerActionNames = {
  update: 'update',
  unregister: 'unregister',
  skipWaiting: 'skip-waiting',
  closeNotification: 'close-notification',
  postMessage: 'post-message',
  unsubscribe: 'unsubscribe',
  showNotification: 'show-notification',
} as const;

/** Watches the page's state for as long as the panel is seen. */
const watchWhileVisible = (connection: PageConnection): (() => void) => {
  const follow = () => connection.watchState(document.visibilityState === 'visible');
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => document.removeEventListener('visibilitychange', follow);
};

/** Connects to a tab and keeps its session. `isPreserved`: entries of earlier pages stay. */
export const useSession = (address: FrameAddress, isPreserved: boolean): LiveSession => {
  const [session, setSession] = useState(emptySession);
  // What an action needs to know is asked before the next frame.
  const latest = useRef(emptySession);
  const waiting = useRef<(() => void)[]>([]);
  const change = useCallback((next: SessionChange) => {
    latest.current = reduce(latest.current, next);
    setSession(latest.current);
    // Whether workers run is told by the browser's debugger, not by the page.
    if (next.type === 'state' && canGesture())
      background.runningWorkers().then(
        (workers) => workers && change({ type: 'running', workers }),
        () => {},
      );
    for (const wake of waiting.current.splice(0)) wake();
  }, []);
  const preserve = useRef(isPreserved);
  preserve.current = isPreserved;
  const connection = useRef<PageConnection | undefined>(undefined);
  const { tab, frame } = address;
  useEffect(() => {
    const opened = connectPage(
      () => openPort({ kind: 'panel', address: { tab, frame } }),
      change,
      () => preserve.current,
    );
    connection.current = opened;
    const stopWatching = watchWhileVisible(opened);
    return () => {
      stopWatching();
      opened.close();
    };
  }, [tab, frame, change]);
  const retry = useCallback(
    () => void background.lookAgain({ tab, frame }).catch(() => {}),
    [tab, frame],
  );
  const reload = useCallback(() => void background.reloadTab(tab).catch(() => {}), [tab]);
  const actions = useMemo((): PanelActions => {
    const page = () => (connection.current as PageConnection).page;
    const keep = (report: ScriptReport) => {
      change({ type: 'report', report });
      return report;
    };
    return {
      changeStorage(name, writes) {
        const target = writes.map(({ key }): Encoded => key);
        return recordAction(change, name, target, () => page().changeStorage(writes));
      },
      actOnWorker(action) {
        const { type, ...target } = action;
        return recordAction(change, workerActionNames[type], target, () =>
          page().actOnWorker(action),
        );
      },
      async keepToken(held, now) {
        const { keepToken } = await import('../../lib/memory/keep-token');
        await keepToken(held, now, change);
      },
      async fetchScript(url) {
        const { fetchScript } = await import('../../lib/worker-script/fetch-script');
        return keep(await fetchScript(url));
      },
      async fetchTag(tag) {
        const { fetchTag } = await import('../../lib/worker-script/fetch-tag');
        return keep(await fetchTag(tag));
      },
    };
  }, [change]);
  const calls = useMemo(
    () =>
      callActions({
        session: () => latest.current,
        connection: () => connection.current as PageConnection,
        change,
        runJob: (job, withGesture) => background.runJob({ tab, frame }, job, withGesture),
      }),
    [tab, frame, change],
  );
  const checkup = useMemo(
    (): CheckupDeps => ({
      session: () => latest.current,
      changed: () => new Promise((resolve) => waiting.current.push(resolve)),
      calls,
      panel: actions,
    }),
    [calls, actions],
  );
  const pushes = useMemo(
    () =>
      pushActions({
        canEnter: canGesture(),
        address: { tab, frame },
        change,
        deliver: background.deliver,
        runJob: (job) => background.runJob({ tab, frame }, job, false),
        actOnWorker: (action) => (connection.current as PageConnection).page.actOnWorker(action),
      }),
    [tab, frame, change],
  );
  const live = useLive(tab, canGesture() ? 'debugger' : 'requests', change, latest);
  return { session, change, actions, calls, checkup, pushes, live, retry, reload };
};
