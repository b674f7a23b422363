import { expect, test } from 'vitest';
import { pullFrom } from '../../../lib/messaging/pull';
import { makePage } from '../../support/make-session';

test('of very many documents the ones that were heard last are known', async () => {
  const cursors = new Map(
    Array.from({ length: 20_000 }, (_, at) => [`document ${at}`, 1] as const),
  );
  const pull = pullFrom(
    async () => '',
    () => ({ last: 7, more: false }),
    cursors,
    (document) => document,
    () => {},
  );
  for (const document of ['document 0', 'new']) {
    pull.introduce(makePage({ document }));
    await pull.pull();
  }
  expect(cursors.size).toBe(20_000);
  expect([...cursors].slice(-2)).toEqual([
    ['document 0', 7],
    ['new', 7],
  ]);
  expect(cursors.has('document 1')).toBe(false);
});
