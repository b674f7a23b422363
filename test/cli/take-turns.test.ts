import { expect, test } from 'vitest';
import { takeTurns } from '../../cli/take-turns';

/** Something that is asked, with the answers in the test's hand. */
const prepare = () => {
  const asked: { give(thing: string): void; refuse(): void }[] = [];
  const refused: unknown[] = [];
  const turns = takeTurns(
    () =>
      new Promise<string>((resolve, reject) =>
        asked.push({ give: resolve, refuse: () => reject(new Error('no slot')) }),
      ),
    (error) => refused.push(error),
  );
  return { asked, refused, turns };
};

/** All that follows from what was done has happened. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a refusal is final where nobody has anything that could come back', async () => {
  const { asked, refused, turns } = prepare();
  const taken = turns.take();
  asked[0]?.refuse();
  await expect(taken).rejects.toThrow('no slot');
  expect(asked).toHaveLength(1);
  expect(refused).toEqual([]);
});

test('all who ask at once are refused once each', async () => {
  const { asked, turns } = prepare();
  const taken = Promise.allSettled([turns.take(), turns.take(), turns.take()]);
  for (const each of asked) each.refuse();
  expect((await taken).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(asked).toHaveLength(3);
});

test('who was refused asks again when one is given back, is told of, and only then', async () => {
  const { asked, refused, turns } = prepare();
  const first = turns.take();
  asked[0]?.give('one');
  expect(await first).toBe('one');
  const second = turns.take();
  asked[1]?.refuse();
  await settle();
  expect(asked).toHaveLength(2);
  expect(refused).toHaveLength(1);
  turns.giveBack();
  await settle();
  asked[2]?.give('again');
  expect(await second).toBe('again');
});

test('who waits for another’s question gives up when that is refused too', async () => {
  const { asked, turns } = prepare();
  const taken = Promise.allSettled([turns.take(), turns.take()]);
  asked[0]?.refuse();
  await settle();
  asked[1]?.refuse();
  expect((await taken).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
