import { expect, test } from 'vitest';
import { endOf } from '../../../lib/outcome/call-context';
import { endsIn } from '../../../lib/outcome/ends-in';
import { makeEntry, makeSession } from '../../support/make-session';

test('the last entry whose end is late enough is the one that a look at each finds', () => {
  for (const length of [0, 1, 2, 3, 7, 8, 9]) {
    const { entries } = makeSession(
      Array.from({ length }, (_, at) =>
        makeEntry('call', { id: at + 1, time: 0, duration: (at * 5) % 7 }),
      ),
    );
    const last = endsIn(entries);
    for (let count = 0; count <= length; count += 1)
      for (let after = -1; after <= 7; after += 1) {
        const isLate = (end: number): boolean => end > after;
        const wanted = entries.slice(0, count).findLast((entry) => isLate(endOf(entry)));
        expect(last(count, isLate)).toBe(wanted);
      }
  }
});
