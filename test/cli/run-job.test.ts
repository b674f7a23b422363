import { expect, test } from 'vitest';
import { callSdk } from '../../cli/call-sdk';
import { pageInstance, runJob } from '../../cli/scenarios/run-job';
import { phrase } from '../../lib/model/phrase';

/** A page in whose world anything may answer in the place of what was asked. */
const pageThat = (...answers: unknown[]) => {
  const asked: string[] = [];
  return {
    asked,
    byGesture: async <Result>(expression: string) => {
      asked.push(expression);
      return (answers.length > 1 ? answers.shift() : answers[0]) as Result;
    },
  };
};

const deep = (levels: number): object => {
  let made = {};
  for (let left = levels; left > 0; left -= 1) made = { within: made };
  return made;
};

test('of a failure nothing but texts is taken', async () => {
  const ask = (failed: unknown) => runJob(pageThat({ failed }), { type: 'survey' });
  const none = { failed: { name: 'Error', message: '' } };
  for (const hostile of [deep(3_000), null, [], 'x', { name: 1, message: deep(3_000) }])
    expect(await ask(hostile)).toEqual(none);
  expect(await ask({ name: 'TypeError', message: 'x'.repeat(5_000), stack: deep(9) })).toEqual({
    failed: { name: 'TypeError', message: 'x'.repeat(1_000) },
  });
  await expect(
    callSdk(pageThat({ failed: { message: deep(3_000) } }), 'subscribe', []),
  ).rejects.toMatchObject({
    said: phrase('checkCallFailed', 'subscribe', ''),
  });
});

test('what is no answer is none', async () => {
  for (const answer of [undefined, null, 1, 'x', []])
    await expect(runJob(pageThat(answer), { type: 'survey' })).rejects.toMatchObject({
      said: phrase('checkNoAnswer'),
    });
  expect(await runJob(pageThat({ ok: deep(3_000) }), { type: 'survey' })).toEqual({ ok: null });
});

test('an instance has a name or is none', async () => {
  for (const ok of [
    null,
    1,
    [],
    {},
    { instances: 'ab' },
    { instances: [deep(9)] },
    { instances: [] },
  ])
    expect(await pageInstance(pageThat({ ok }))).toBe('');
  expect(await pageInstance(pageThat({ failed: null }))).toBe('');
  expect(await pageInstance(pageThat({ ok: { instances: ['push', 1] } }))).toBe('push');
});
