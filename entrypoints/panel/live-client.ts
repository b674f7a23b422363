import type { RelayPort } from '../../lib/messaging/connect-page';
import {
  changedGroups,
  emptyLiveLog,
  endWatch,
  type LiveGroup,
  type LiveLog,
  noteOf,
  takeSight,
} from '../../lib/push/live-log';
import type { LiveSight } from '../../lib/push/live-sight';
import type { LiveMessage, LiveStatus } from '../../lib/push/live-status';
import type { SessionChange } from '../../lib/session';

interface Ways {
  openPort(): RelayPort;
  change(change: SessionChange): void;
  /** Whether an entry is in the session: it may have been cleared. */
  has(key: string): boolean;
  onStatus(status: LiveStatus, leftOut: number): void;
}

/** A panel's side of the watch on workers. */
export interface LiveClient {
  start(by: LiveStatus['by']): void;
  stop(): void;
}

/** How long is waited for more before the session takes it, milliseconds. */
const flushAfter = 80;

/** Takes in what the background sees of workers and puts it into the session, event by event. */
export const liveClient = ({ openPort, change, has, onStatus }: Ways): LiveClient => {
  let log: LiveLog = emptyLiveLog;
  let told: LiveLog = log;
  const tellable = new Set<string>();
  let status: LiveStatus = { state: 'off', by: 'debugger', workers: [] };
  let port: RelayPort | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const changed = changedGroups(told, log);
    const isMoreLeftOut = told.leftOut !== log.leftOut;
    told = log;
    for (const group of changed) {
      change({ type: 'push', push: noteOf(group) });
      tellable.add(group.ref);
    }
    if (isMoreLeftOut) onStatus(status, log.leftOut);
  };
  const flushLater = (): void => {
    timer ??= setTimeout(flush, flushAfter);
  };
  /** What lay in between and was cleared from the session does not come back with the next step. */
  const dropCleared = (): void => {
    const last = log.groups.at(-1);
    const isCleared = (group: LiveGroup): boolean =>
      group.name === 'live' && tellable.has(group.ref) && !has(`push:${group.ref}`);
    if (last && isCleared(last)) log = { ...log, groups: log.groups.slice(0, -1) };
  };
  const take = (seen: LiveSight): void => {
    dropCleared();
    log = takeSight(log, seen);
    flushLater();
  };
  const setStatus = (next: LiveStatus): void => {
    status = next;
    if (next.state !== 'attached' && next.state !== 'attaching') {
      log = endWatch(log, Date.now());
      flush();
    }
    onStatus(status, log.leftOut);
  };
  const close = (): void => {
    const open = port;
    port = undefined;
    open?.close();
  };
  return {
    start(by) {
      close();
      setStatus({ state: 'attaching', by, workers: [] });
      let opened: RelayPort;
      try {
        opened = openPort();
      } catch (error) {
        setStatus({ state: 'failed', by, workers: [], why: (error as Error).message });
        return;
      }
      port = opened;
      opened.listen((message) => {
        if (port !== opened) return;
        const { status: next, seen } = message as Partial<
          { status: LiveStatus } & { seen: LiveSight }
        > satisfies Partial<LiveMessage>;
        if (seen) take(seen);
        if (next) setStatus(next);
      });
      opened.onClosed(() => {
        if (port !== opened) return;
        port = undefined;
        // The background has told why, or has itself been ended.
        if (status.state === 'attached' || status.state === 'attaching')
          setStatus({ state: 'failed', by, workers: [] });
      });
    },
    stop() {
      close();
      setStatus({ ...status, state: 'off', workers: [] });
    },
  };
};
