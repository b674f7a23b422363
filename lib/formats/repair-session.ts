import type * as v from 'valibot';
import { sessionSchema } from '../schema/session-schema';
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

/** Repairs a file that is no session as it is. Entries that cannot be repaired count as lost. Throws where nothing of a list is left. */
export const repairSession = (file: Record<string, unknown>): RepairedFile => {
  const repairer = new Repairer();
  const out: Record<string, unknown> = { ...file };
  let lost = 0;
  const fields: Record<string, v.GenericSchema> = sessionSchema.entries;
  for (const [name, schema] of Object.entries(fields)) {
    const before = file[name];
    const after = repairer.part(schema, before, neutral[name]);
    if (after === undefined) delete out[name];
    else out[name] = after;
    if (!needed.has(name) || !Array.isArray(before) || !Array.isArray(after)) continue;
    if (before.length > 0 && after.length === 0) throw new TypeError(`Nothing of ${name} is left.`);
    if (name === 'entries') lost = before.length - after.length;
  }
  return { file: { ...out, lost: Number(out.lost) + lost }, repaired: repairer.repaired };
};
