import { expectationStatuses } from '../../lib/expectations/expectation';
import type { FoundExpectation } from '../page-result';

/** What the reports call what an expectation comes to. */
export const statusWords = { met: 'met', failed: 'failed', unseen: 'not seen' } as const;

/** How many expectations there are of each status: `12 met, 1 failed`. */
export const expectationCounts = (all: readonly FoundExpectation[]): string =>
  expectationStatuses
    .map((status) => [status, all.filter((each) => each.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${statusWords[status]}`)
    .join(', ');
