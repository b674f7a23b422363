import { pushKind } from '../model/kinds/push-kind';
import { workerStepKind } from '../model/kinds/worker-step-kind';
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

/** How a file of a version becomes one of the next. */
const steps: Readonly<Record<number, (file: Raw) => Raw>> = {
  1: (file) => ({
    ...file,
    entries: Array.isArray(file.entries) ? file.entries.map(splitPush) : file.entries,
  }),
};

/** Brings a file of an earlier version to the newest one, a step a version. What it holds is still unchecked. */
export const migrateSession = (file: Raw): Raw => {
  let now = file;
  for (let version = Number(file.version); version < fileVersion; version += 1)
    now = { ...(steps[version]?.(now) ?? now), version: version + 1 };
  return now;
};
