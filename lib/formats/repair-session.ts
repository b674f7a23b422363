import type * as v from 'valibot';
import { type EntryKind, kinds } from '../model/kinds';
import { sessionSchema } from '../schema/session-schema';
import { isRecord } from '../schema/shape';
import { fitWords } from '../session/complete-entry';
import { Repairer } from './repair-by-shape';

/** What a file is after it was repaired as far as that goes. */
export interface RepairedFile {
  file: Record<string, unknown>;
  /** How many of its values are not what they were, or are not there any more. */
  repaired: number;
}

/** Lists of which something must be left: without them nothing is known of the session. */
const needed = new Set(['pages', 'entries', 'readings']);

/** What stands for a part that cannot be repaired, where a session can be shown without it. One that does not say so may have secrets. */
const neutral: Readonly<Record<string, unknown>> = {
  name: '',
  savedAt: '',
  redacted: false,
  about: { extension: '', browser: '' },
  lost: 0,
  changes: [],
  reports: [],
  remarks: {},
  moments: [],
  outcomes: {},
  findings: [],
};

/** Entries of which a page had taken something away, as older versions wrote them. Where a text stands in its place, that may still be known. */
const withWords = (entries: readonly unknown[], repairer: Repairer): unknown[] =>
  entries.map((entry) => {
    if (!isRecord(entry) || !isRecord(entry.detail)) return entry;
    if (!Object.hasOwn(kinds, String(entry.kind))) return entry;
    const before = Object.entries(entry.detail).filter(([, value]) => typeof value !== 'string');
    const after = fitWords(entry.kind as EntryKind, Object.fromEntries(before));
    repairer.repaired += before.filter(([name, value]) => after[name] !== value).length;
    return { ...entry, detail: { ...entry.detail, ...after } };
  });

/** Repairs a file that is no session as it is. Entries that cannot be repaired count as lost. Throws where nothing of a list is left. */
export const repairSession = (file: Record<string, unknown>): RepairedFile => {
  const repairer = new Repairer();
  const out: Record<string, unknown> = { ...file };
  let lost = 0;
  const fields: Record<string, v.GenericSchema> = sessionSchema.entries;
  for (const [name, schema] of Object.entries(fields)) {
    const given = file[name];
    const before = name === 'entries' && Array.isArray(given) ? withWords(given, repairer) : given;
    const after = repairer.part(schema, before, neutral[name]);
    if (after === undefined) delete out[name];
    else out[name] = after;
    if (!needed.has(name) || !Array.isArray(before) || !Array.isArray(after)) continue;
    if (before.length > 0 && after.length === 0) throw new TypeError(`Nothing of ${name} is left.`);
    if (name === 'entries') lost = before.length - after.length;
  }
  return { file: { ...out, lost: Number(out.lost) + lost }, repaired: repairer.repaired };
};
