import { expect, test } from 'vitest';
import { exportSession } from '../../../lib/formats/export-session';
import { withinLimits } from '../../../lib/formats/within-limits';
import { makeEntry, makeSession } from '../../support/make-session';

const session = {
  ...makeSession([1, 2, 3, 4].map((id) => makeEntry('error', { id, name: `Error${id}` }))),
  lost: 5,
};
const lengthOf = (index: number) => JSON.stringify(session.entries[index]).length + 1;
const idsOf = ({ entries }: { entries: readonly { id: number }[] }) => entries.map(({ id }) => id);
const plenty = { entries: 100, characters: 1_000_000 };

test('a session that fits stays as it is', () => {
  expect(withinLimits(session, plenty)).toBe(session);
  expect(withinLimits(session)).toBe(session);
});

test('of too many entries the oldest go, and are counted', () => {
  const bounded = withinLimits(session, { ...plenty, entries: 3 });
  expect(idsOf(bounded)).toEqual([2, 3, 4]);
  expect(bounded.lost).toBe(6);
});

test('of too much text the oldest go, and are counted', () => {
  const characters = lengthOf(3) + lengthOf(2);
  expect(idsOf(withinLimits(session, { ...plenty, characters }))).toEqual([3, 4]);
  const bounded = withinLimits(session, { ...plenty, characters: characters - 1 });
  expect(idsOf(bounded)).toEqual([4]);
  expect(bounded.lost).toBe(8);
});

test('an entry that is too much by itself goes', () => {
  expect(idsOf(withinLimits(session, { ...plenty, characters: 1 }))).toEqual([]);
});

test('a file has what its reader takes, and says how much was left out', () => {
  const many = Array.from({ length: 500_001 }, (_, at) => session.entries[at % 4]);
  const large = { ...session, entries: many as typeof session.entries };
  const bounded = withinLimits(large);
  expect(bounded.entries).toHaveLength(500_000);
  expect(bounded.lost).toBe(6);
  const about = { extension: '1.2.3', browser: 'Test/1' };
  const file = JSON.parse(
    exportSession({ ...session, lost: 5 }, { format: 'session', withSecrets: true, about }).text,
  );
  expect([file.entries.length, file.lost]).toEqual([4, 5]);
});
