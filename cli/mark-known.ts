import { type KnownFinding, knownKey, toKnown } from './known-finding';
import type { PageResult } from './page-result';

/** A page's result in which those findings that are known are marked. What was found, and the verdict, stay what they are. */
export const markKnown = (result: PageResult, known: readonly KnownFinding[]): PageResult => {
  const { diagnosis } = result;
  if (!diagnosis) return result;
  const keys = new Set(known.map(knownKey));
  const findings = diagnosis.findings.map((each) => ({
    ...each,
    isKnown: keys.has(knownKey(toKnown(result, each.id))),
  }));
  return { ...result, diagnosis: { ...diagnosis, findings } };
};
