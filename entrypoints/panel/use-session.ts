import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { useFrame } from '../../components/shell/use-frame';
import { type SessionClock, useStillSession } from '../../components/shell/use-still-session';
import { canGesture } from '../../lib/browser';
import type { CallActions } from '../../lib/calls/call-actions';
import type { CheckupDeps } from '../../lib/checkup/run-checkup';
import { background } from '../../lib/messaging/background';
import { connectFrames, type TabConnection } from '../../lib/messaging/connect-frames';
import type { PageConnection } from '../../lib/messaging/connect-page';
import { openPort } from '../../lib/messaging/open-port';
import type { Encoded } from '../../lib/model/encoded-value';
import { inFrame } from '../../lib/model/in-frame';
import type { ScriptReport } from '../../lib/model/script-report';
import { emptySession, type Session } from '../../lib/model/session';
import type { LiveWatch } from '../../lib/protocol/live-status';
import type { PushActions } from '../../lib/push/push-request';
import { recordAction } from '../../lib/session/record-action';
import { reduce } from '../../lib/session/reduce';
import type { SessionChange } from '../../lib/session/session-change';
import type { PanelActions } from '../../lib/state/panel-actions';
import { workerActionNames } from '../../lib/state/worker-action-names';
import { askHost, hostAccess } from './host-access';
import { lazily } from './lazily';
import type { Noter } from './noter';
import { useLive } from './use-live';

/** The inspected tab's session, live, and what the panel can ask for of the frame that is looked at. */
export interface LiveSession {
  /** All that is known of the tab. */
  session: Session;
  /** The same with the time of its last reading. */
  clock: SessionClock;
  /** The frame that is looked at. */
  frame: number;
  onFrame(frame: number): void;
  change(change: SessionChange): void;
  actions: PanelActions;
  calls: CallActions;
  checkup: CheckupDeps;
  pushes: PushActions;
  live: LiveWatch;
  retry(): void;
  reload(): void;
}

/** What is done in a frame by whoever looks at it. */
const isWork: ReadonlySet<SessionChange['type']> = new Set(['action', 'push', 'by-panel']);

/** Watches the page's state for as long as the panel is seen. */
const watchWhileVisible = (connection: TabConnection, frame: number): (() => void) => {
  const follow = () => connection.watchState(document.visibilityState === 'visible', frame);
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => document.removeEventListener('visibilitychange', follow);
};

/** Connects to a tab and keeps its session. `isPreserved`: entries of earlier pages stay. */
export const useSession = (tab: number, isPreserved: boolean): LiveSession => {
  const { session, clock, take: show } = useStillSession(emptySession);
  const { frame, onFrame, hold } = useFrame(session);
  // What an action needs to know is asked before the next frame.
  const latest = useRef(emptySession);
  const waiting = useRef<(() => void)[]>([]);
  const connection = useRef<TabConnection | undefined>(undefined);
  const notes = useRef<Noter | undefined>(undefined);
  const take = useCallback(
    (next: SessionChange) => {
      if (next.type === 'note' && notes.current?.isOld(next.note)) return;
      latest.current = reduce(latest.current, next);
      show(latest.current);
      if (next.type === 'page') notes.current?.flush();
      // Whether workers run is told by the browser's debugger, not by the page.
      if (next.type === 'state' && canGesture())
        background.runningWorkers().then(
          (workers) => workers && take({ type: 'running', workers }),
          () => {},
        );
      for (const wake of waiting.current.splice(0)) wake();
    },
    [show],
  );
  /** What this panel makes, which all who look at the page are told of. */
  const tell = useCallback(
    (next: SessionChange) => {
      take(next);
      const made = latest.current;
      // At once, where it is loaded: what the page tells meanwhile of an earlier note is known to be old.
      if (notes.current) {
        notes.current.note(made, next);
        return;
      }
      void import('./noter').then(({ noter }) => {
        notes.current ??= noter(async (note) => {
          const of = latest.current.pages.find(({ document }) => document === note.document);
          const tab = connection.current;
          await (tab?.of(of?.frame ?? 0) ?? tab?.of(0))?.page.note(note);
        });
        notes.current.note(made, next);
      });
    },
    [take],
  );
  /** The same of what is made in the frame that is looked at. */
  const change = useCallback(
    (told: SessionChange) => {
      if (isWork.has(told.type)) hold();
      tell(frame === 0 ? told : { frame, ...told });
    },
    [tell, hold, frame],
  );
  useEffect(() => {
    // After the event: a box that is drawn anew between its `input` and its `change` is what it was before.
    const holdSoon = () => void setTimeout(hold);
    document.addEventListener('input', holdSoon);
    return () => document.removeEventListener('input', holdSoon);
  }, [hold]);
  const preserve = useRef(isPreserved);
  preserve.current = isPreserved;
  /** What is known of the frame that is looked at, and the line to it. */
  const now = useCallback(() => inFrame(latest.current, frame), [frame]);
  const line = useCallback((): PageConnection => {
    const found = connection.current?.of(frame);
    if (!found) throw new Error('The frame cannot be reached now.');
    return found;
  }, [frame]);
  useEffect(() => {
    const opened = connectFrames(
      (of) => openPort({ kind: 'panel', address: { tab, frame: of } }),
      take,
      () => preserve.current,
    );
    connection.current = opened;
    return () => opened.close();
  }, [tab, take]);
  useEffect(() => {
    const opened = connection.current;
    if (tab !== undefined && opened) return watchWhileVisible(opened, frame);
  }, [tab, frame]);
  // The page's line finds its frames again: one that is gone has none of its own.
  const retry = useCallback(() => {
    for (const each of new Set([frame, 0]))
      void background.lookAgain({ tab, frame: each }).catch(() => {});
  }, [tab, frame]);
  const reload = useCallback(() => void background.reloadTab(tab).catch(() => {}), [tab]);
  const actions = useMemo((): PanelActions => {
    const page = () => line().page;
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
        await keepToken(held, now, tell);
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
  }, [tell, change, line]);
  const calls = useMemo(() => {
    // The debugger's gesture is of the page itself.
    const hasGesture = frame === 0 && canGesture();
    // Another frame may be looked at than when the click was asked for.
    const dropClick = (): void => {
      for (const each of connection.current?.all() ?? []) each.dropClick();
    };
    return lazily<CallActions>({ hasGesture, dropClick }, async () => {
      const { callActions } = await import('./call-actions');
      return callActions({
        session: now,
        connection: line,
        hasGesture,
        change,
        runJob: (job, withGesture) => background.runJob({ tab, frame }, job, withGesture),
      });
    });
  }, [tab, frame, change, now, line]);
  const pushes = useMemo(() => {
    const canEnter = canGesture();
    return lazily<PushActions>({ canEnter, hostAccess, askHost }, async () => {
      const { pushActions } = await import('./push-actions');
      return pushActions({
        canEnter,
        address: { tab, frame },
        change,
        deliver: background.deliver,
        runJob: (job) => background.runJob({ tab, frame }, job, false),
        actOnWorker: (action) => line().page.actOnWorker(action),
      });
    });
  }, [tab, frame, change, line]);
  const checkup = useMemo(
    (): CheckupDeps => ({
      session: now,
      changed: () => new Promise((resolve) => waiting.current.push(resolve)),
      calls,
      panel: actions,
      sendPush: async (known) => (await import('./test-push')).testPush(known, pushes),
    }),
    [calls, actions, pushes, now],
  );
  const live = useLive(tab, canGesture() ? 'debugger' : 'requests', tell, clock);
  return {
    session,
    clock,
    frame,
    onFrame,
    change,
    actions,
    calls,
    checkup,
    pushes,
    live,
    retry,
    reload,
  };
};
