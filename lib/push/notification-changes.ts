import type { NotificationState } from '../model/page-state';
import type { SessionEntry } from '../model/session';

/** What two readings of a registration's notifications differ by. */
export interface NotificationChanges {
  shown: NotificationState[];
  gone: NotificationState[];
}

const nameOf = ({ title, body, tag, data }: NotificationState): string =>
  JSON.stringify([title, body, tag, data]);

/** What `all` has and `others` has not, each as often as it is there. */
const without = (
  all: readonly NotificationState[],
  others: readonly NotificationState[],
): NotificationState[] => {
  const left = others.map(nameOf);
  return all.filter((each) => {
    const at = left.indexOf(nameOf(each));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** Compares two readings. One that another with the same tag has taken the place of is not gone. */
export const compareNotifications = (
  before: readonly NotificationState[],
  now: readonly NotificationState[],
): NotificationChanges => {
  const shown = without(now, before);
  const gone = without(before, now).filter(
    ({ tag }) => tag === '' || !shown.some((each) => each.tag === tag),
  );
  return { shown, gone };
};

/** How long after something a change may be read, milliseconds. */
const span = 8_000;

const speaksOf = (detail: unknown, title: string): boolean =>
  JSON.stringify(detail ?? null).includes(JSON.stringify(title));

/** Whether the session knows why a notification has gone: somebody clicked or closed it by the panel, or the worker was seen to handle it. */
export const isGoneKnown = (
  entries: readonly SessionEntry[],
  { title }: NotificationState,
  at: number,
): boolean =>
  entries.some(
    ({ kind, name, time, duration = 0, detail }) =>
      at - (time + duration) < span &&
      ((kind === 'push' && /^notificationcl(?:ick|ose)$/.test(name)) ||
        (kind === 'action' && /^(?:close-notification|unregister)$/.test(name))) &&
      (name === 'unregister' || speaksOf(detail, title)),
  );

/** Whether the session knows who has shown a notification: the panel has sent it. */
export const isShownKnown = (
  entries: readonly SessionEntry[],
  { title }: NotificationState,
  at: number,
): boolean => {
  const own = new Set(
    entries
      .filter((entry) => entry.kind === 'push' && entry.detail.way !== 'live')
      .map(({ key }) => key),
  );
  return entries.some(
    ({ key, parent, name, status, time, detail }) =>
      // What it will show is told at its end.
      (own.has(key) && status === 'pending') ||
      (parent !== undefined &&
        own.has(parent) &&
        name === 'showNotification' &&
        at - time < span &&
        speaksOf(detail, title)),
  );
};
