import { pushKind } from '../model/kinds/push-kind';
import { workerStepKind } from '../model/kinds/worker-step-kind';
import { orderAfter, orderOfId } from '../model/order';
import type { Origin } from '../model/session';
import { fileVersion } from '../schema/session-file';
import { isRecord } from '../schema/shape';

type Raw = Record<string, unknown>;

const stepNames: ReadonlySet<unknown> = new Set(workerStepKind.names);

/** Until version 1 a push and its steps were of one kind: a step had a `parent`. */
const splitPush = (entry: unknown): unknown =>
  isRecord(entry) &&
  entry.kind === pushKind.kind &&
  // Version 0.1.0 could rename `parent` in a redacted file.
  (typeof entry.parent === 'string' || stepNames.has(entry.name))
    ? { ...entry, kind: workerStepKind.kind }
    : entry;

type Placed = Raw & { id: number; page: number };

const isPlaced = (entry: unknown): entry is Placed =>
  isRecord(entry) && typeof entry.id === 'number' && typeof entry.page === 'number';

/** Whether the page recorded an entry: what a panel made had a place between two numbers. */
const isOfPage = (id: number): boolean => Number.isInteger(id) && id > 0;

const stepOrigins: readonly unknown[] = ['access-token', 'push-service', 'woken'];

const originOf = (entry: Placed, made: ReadonlySet<unknown>): Origin => {
  if (entry.kind === workerStepKind.kind)
    return stepOrigins.includes(entry.name) ? 'panel' : 'worker';
  if (entry.kind === pushKind.kind)
    return isRecord(entry.detail) && entry.detail.way === 'live' ? 'worker' : 'panel';
  if (entry.kind === 'action' || made.has(entry.id)) return 'panel';
  return isOfPage(entry.id) ? 'page' : 'worker';
};

/** Until version 2 entries of a panel had fractions of numbers, and a page had a list of those that were due to the panel. */
const withOrigins = (file: Raw): Raw => {
  if (!Array.isArray(file.entries) || !Array.isArray(file.pages)) return file;
  const made = new Map(
    file.pages.map((page) => [
      isRecord(page) ? page.number : undefined,
      new Set<unknown>(isRecord(page) && Array.isArray(page.made) ? page.made : []),
    ]),
  );
  const none: ReadonlySet<unknown> = new Set();
  const orders = new Map<Placed, number>();
  let last: Placed | undefined;
  let order = 0;
  const sorted = file.entries.filter(isPlaced).sort((a, b) => a.page - b.page || a.id - b.id);
  for (const entry of sorted) {
    if (entry.page !== last?.page) order = 0;
    if (isOfPage(entry.id)) order = orderOfId(entry.id);
    // Steps follow their push.
    else
      order =
        entry.kind === pushKind.kind || entry.kind === 'action' ? orderAfter(order) : order + 1;
    orders.set(entry, order);
    last = entry;
  }
  return {
    ...file,
    pages: file.pages.map((page) => {
      if (!isRecord(page)) return page;
      const { made: _, ...rest } = page;
      return { ...rest, frame: 0 };
    }),
    entries: file.entries.map((entry) =>
      isPlaced(entry)
        ? {
            ...entry,
            id: isOfPage(entry.id) ? entry.id : 0,
            origin: originOf(entry, made.get(entry.page) ?? none),
            order: orders.get(entry),
          }
        : entry,
    ),
    ...(Array.isArray(file.moments) && {
      moments: file.moments.map((moment) =>
        isRecord(moment) ? { ...moment, id: String(moment.id) } : moment,
      ),
    }),
  };
};

/** How a file of a version becomes one of the next. */
const steps: Readonly<Record<number, (file: Raw) => Raw>> = {
  1: (file) => ({
    ...file,
    entries: Array.isArray(file.entries) ? file.entries.map(splitPush) : file.entries,
  }),
  2: withOrigins,
};

/** Brings a file of an earlier version to the newest one, a step a version. What it holds is still unchecked. */
export const migrateSession = (file: Raw): Raw => {
  let now = file;
  for (let version = Number(file.version); version < fileVersion; version += 1)
    now = { ...(steps[version]?.(now) ?? now), version: version + 1 };
  return now;
};
