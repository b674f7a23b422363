import { ownRegistration } from '../../lib/facts/own-registration';
import { entriesOfPage } from '../../lib/facts/page-entries';
import { deriveSdk } from '../../lib/facts/sdk-facts';
import type { ListedNotification } from '../../lib/injected/realm-signal';
import type { Line } from '../../lib/messaging/line';
import { rpcOver } from '../../lib/messaging/port-rpc';
import { currentDocument } from '../../lib/model/current-document';
import { keepLast } from '../../lib/model/keep-last';
import type { NotificationState, PageState } from '../../lib/model/page-state';
import type { Session, SessionState } from '../../lib/model/session';
import { workersFrame } from '../../lib/model/workers-frame';
import type { LiveSignal } from '../../lib/protocol/live-signal';
import type { LiveEvents, LiveStatus } from '../../lib/protocol/live-status';
import { emptyLiveLog, type LiveGroup, type LiveLog } from '../../lib/push/live-group';
import { endQuiet, quietGap, takeGuessed } from '../../lib/push/live-guess';
import { changedGroups, endWatch, noteOf, takeSignal } from '../../lib/push/live-log';
import {
  compareNotifications,
  isGoneKnown,
  isShownKnown,
} from '../../lib/push/notification-changes';
import { namesInPayload } from '../../lib/push/push-names';
import type { SessionChange } from '../../lib/session/session-change';
import { ofWorkers } from './of-workers';

interface Ways {
  /** What the names of its pushes begin with: unique in the tab. */
  name: string;
  openPort(): Line;
  change(change: SessionChange): void;
  session(): Session;
  onStatus(status: LiveStatus, leftOut: number): void;
}

/** A panel's side of the watch on workers. */
export interface LiveClient {
  start(by: LiveStatus['by']): void;
  stop(): void;
  /** The state of the page was read. */
  read(state: SessionState): void;
}

/** How long is waited for more before the session takes it, milliseconds. */
const flushAfter = 80;
/** How long is waited for a reading of the page that tells that a worker is quiet, milliseconds: there may be no page any more. */
const readWithin = 3 * quietGap;
/** Of so many groups it is known that the session has got them. */
const mostTellable = 100;
/** How long before a background is called again that the browser has stopped, milliseconds. */
const reopenAfter = 100;

const isOn = ({ state }: LiveStatus): boolean => state === 'attached' || state === 'attaching';

const listed = ({ title, body, tag, data }: NotificationState): ListedNotification => ({
  title,
  body,
  tag,
  data: data as ListedNotification['data'],
});

/** Takes in what the background sees of workers and puts it into the session, event by event. */
export const liveClient = ({ name, openPort, change, session, onStatus }: Ways): LiveClient => {
  let log: LiveLog = emptyLiveLog;
  let told: LiveLog = log;
  const tellable = new Set<string>();
  let status: LiveStatus = { state: 'off', by: 'debugger', workers: [] };
  let port: Line | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  /** The notifications of the SDK's registration, as they were read last. */
  let held: { at: number; scope: string; all: readonly NotificationState[] } | undefined;

  const refOf = ({ ref }: LiveGroup): string => `${name}.${ref}`;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const changed = changedGroups(told, log);
    const isMoreLeftOut = told.leftOut !== log.leftOut;
    told = log;
    for (const group of changed) {
      change({
        type: 'push',
        push: { ...noteOf(group), ref: refOf(group) },
        frame: workersFrame(session()),
      });
      tellable.add(group.ref);
      // Only the last group is asked for.
      keepLast(tellable, mostTellable);
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
      group.name === 'live' &&
      tellable.has(group.ref) &&
      !session().entries.some(({ key }) => key === `push:${refOf(group)}`);
    if (last && isCleared(last)) log = { ...log, groups: log.groups.slice(0, -1) };
  };
  const take = (seen: LiveSignal): void => {
    dropCleared();
    if (status.by === 'requests') {
      log = takeGuessed(log, seen);
      clearTimeout(ending);
      ending = setTimeout(() => {
        log = endQuiet(log, Date.now());
        flush();
      }, readWithin);
    } else log = takeSignal(log, seen, namesInPayload);
    flushLater();
  };
  const setStatus = (next: LiveStatus): void => {
    status = next;
    if (!isOn(next)) {
      held = undefined;
      clearTimeout(ending);
      log = endWatch(log, Date.now());
      flush();
    }
    onStatus(status, log.leftOut);
  };
  const close = (): void => {
    const opened = port;
    port = undefined;
    clearTimeout(reopening);
    opened?.close();
  };
  const ownIn = (state: PageState) => {
    const { pages, entries } = ofWorkers(session());
    const page = currentDocument({ pages });
    if (!page) return undefined;
    const shown = entriesOfPage(entries, page.number);
    return ownRegistration(state, deriveSdk(shown, page));
  };
  const own = () => {
    const { state } = ofWorkers(session());
    return state ? ownIn(state.value) : undefined;
  };
  const open = (by: LiveStatus['by']): void => {
    let opened: Line;
    try {
      opened = openPort();
    } catch (error) {
      setStatus({ state: 'failed', by, workers: [], why: (error as Error).message });
      return;
    }
    port = opened;
    rpcOver<object, LiveEvents>(opened, {
      seen(signal) {
        if (port === opened)
          take(signal.scope === '' ? { ...signal, scope: own()?.scope ?? '' } : signal);
      },
      status(next) {
        if (port === opened) setStatus(next);
      },
    });
    opened.onClosed(() => {
      if (port !== opened) return;
      port = undefined;
      // The background has told why.
      if (!isOn(status)) return;
      // Where it holds no debugger the browser stops it as it likes, and nothing is lost with it.
      if (by === 'requests') reopening = setTimeout(() => open(by), reopenAfter);
      else setStatus({ state: 'failed', by, workers: [] });
    });
  };
  const read = ({ value, readAt }: SessionState): void => {
    if (!isOn(status)) return;
    const registration = ownIn(value);
    const notifications = registration?.notifications;
    if (!registration || !notifications || !('ok' in notifications)) return;
    const { scope, active } = registration;
    const before = held?.scope === scope ? held : undefined;
    held = { at: readAt, scope, all: notifications.ok };
    const of = { scope, script: active?.scriptURL ?? '', run: active?.scriptURL ?? '' };
    const { entries } = session();
    if (before) {
      const { shown, gone } = compareNotifications(before.all, notifications.ok);
      for (const each of shown)
        if (!isShownKnown(entries, each, readAt)) {
          const notification = listed(each);
          take({ ...of, signal: { what: 'shown', at: readAt, since: before.at, notification } });
        }
      for (const each of gone)
        if (!isGoneKnown(entries, each, readAt))
          take({ ...of, signal: { what: 'gone', at: readAt, notification: listed(each) } });
    }
    if (status.by === 'requests') log = endQuiet(log, readAt);
    flushLater();
  };
  return {
    start(by) {
      close();
      setStatus({ state: 'attaching', by, workers: [] });
      // What is shown already is nobody's news.
      const { state } = ofWorkers(session());
      if (state) read(state);
      open(by);
    },
    stop() {
      close();
      setStatus({ ...status, state: 'off', workers: [] });
    },
    read,
  };
};
