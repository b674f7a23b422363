import type { Finding } from '../diagnosis/finding';
import { sdkGuide } from '../diagnosis/guides';
import { phrase } from '../model/phrase';
import type { CheckedExpectation, ExpectationPart } from './expectation';

/** What a finding of an expectation calls itself. */
export const expectationFindingId = 'expectation-failed';

/** A finding of an expectation; `place`: where that is in its file. */
export type ExpectationFinding = Finding & { place: string };

/** The part of the diagnosis, and the link of the chain, that expectations are about. */
const parts = {
  calls: ['page', 'sdk'],
  requests: ['server', 'server'],
  events: ['page', 'sdk'],
  pushes: ['push', 'notification'],
  never: ['page', 'sdk'],
} as const satisfies Record<ExpectationPart, readonly [Finding['part'], Finding['node']]>;

/** A finding for each expectation that fails. They are no part of the chain or of the verdict: a site may work that does not do as it must. */
export const expectationFindings = (checked: readonly CheckedExpectation[]): ExpectationFinding[] =>
  checked
    .filter(({ status }) => status === 'failed')
    .map(({ id, part, title, note, evidence }) => ({
      id: expectationFindingId,
      place: id,
      part: parts[part][0],
      node: parts[part][1],
      severity: 'error',
      title,
      sentence: note,
      evidence: [
        { type: 'fact', label: phrase('expectation'), text: id },
        ...evidence.map((key) => ({ type: 'entry' as const, key })),
      ],
      advice: [],
      link: sdkGuide,
    }));
