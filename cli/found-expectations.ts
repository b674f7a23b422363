import type { CheckedExpectation } from '../lib/expectations/expectation';
import type { SessionEntry } from '../lib/model/session';
import { inWords } from '../lib/text/in-words';
import { foundEvidence } from './found-evidence';
import type { FoundExpectation } from './page-result';

/** Expectations in words. Both are without secrets: what was checked, and the session's entries. */
export const foundExpectations = (
  checked: readonly CheckedExpectation[],
  entries: readonly SessionEntry[],
): FoundExpectation[] =>
  checked.map(({ id, part, status, title, note, evidence }) => ({
    id,
    part,
    status,
    title: inWords(title),
    note: inWords(note),
    evidence: evidence.flatMap((key) => foundEvidence(entries)({ type: 'entry', key })),
  }));
