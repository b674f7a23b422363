import { expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { newestPush } from '../../../lib/diagnosis/newest-push';
import type { Entry, MadeStep } from '../../../lib/model/entry';
import { healthyEntries, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { push, request, step, workerReport } from '../../support/seen-session';

/* Where a browser lets nobody look into a worker, a notification that appears is guessed to be a push's. */

const shown = step('showNotification', { detail: { data: { title: 'Thanks!' } } });
const server = 'https://pxl.example.com';

const told = (steps: readonly MadeStep[], isGuess: boolean) => {
  const seen = push(steps, { detail: { way: 'live', ...(isGuess && { isGuess }) } });
  const input = makeInput({ entries: healthyEntries(), reports: [workerReport], pushes: [seen] });
  const { verdict, chain } = diagnoseInput(input);
  const stateOf = (id: string) => chain.nodes.find((node) => node.id === id)?.state;
  return [verdict.id, stateOf('server'), stateOf('push')];
};

test.each([
  [
    'a notification that the page may have shown itself',
    [shown],
    ['unknown', 'unknown', 'unknown'],
  ],
  [
    'one beside which the worker has asked another server for something',
    [request('request', { httpStatus: 200, url: 'https://shop.example/logo.png' }), shown],
    ['unknown', 'unknown', 'unknown'],
  ],
  ['one whose content was asked for', [request('content/get'), shown], ['works', 'ok', 'ok']],
  [
    'one of which the worker has told Altcraft’s server',
    [request('request', { httpStatus: 200, url: `${server}/push/ack` }), shown],
    ['works', 'ok', 'ok'],
  ],
])('%s', (_what, steps, wanted) => {
  expect(told(steps, true)).toEqual(wanted);
});

test('on a page without an instance the server is the one that was told of the token', () => {
  const steps = [request('request', { httpStatus: 200, url: `${server}/push/ack` }), shown];
  const seen = push(steps, { detail: { way: 'live', isGuess: true } });
  const saved = makeEntry('request', { id: 3, name: 'save', detail: { url: `${server}/save` } });
  const [sdk] = healthyEntries();
  const newest = (entries: readonly (Entry | undefined)[]) =>
    newestPush(
      makeInput({
        entries: entries.filter((each) => each !== undefined),
        reports: [workerReport],
        pushes: [seen],
      }),
    )?.push.name;
  expect(newest([sdk, saved])).toBe('push');
  expect(newest([sdk])).toBeUndefined();
});

test('an event that was seen is a push, also where a step’s place in it is a guess', () => {
  const handler = step('handler', { detail: {} });
  expect(told([handler, shown], true)).toEqual(['works', 'ok', 'ok']);
  expect(told([shown], false)).toEqual(['works', 'ok', 'ok']);
});
