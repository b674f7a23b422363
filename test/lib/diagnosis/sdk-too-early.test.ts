import { expect, test } from 'vitest';
import type { EarlyRead, Entry } from '../../../lib/model/entry';
import { jobMarker } from '../../../lib/model/job-marker';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn } from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';

/* A page that used AKPush before it was there, in both browsers' stacks; and pages that only waited for it. */

provideEnglish();

const sdk = 'https://shop.example/ak-push.js';
const { timeOrigin } = makePage();
const early = (stack: string): EarlyRead => ({ time: timeOrigin - 300, stack });
const chrome = '    at https://shop.example/:12:1';
const firefox = '@https://shop.example/app.js:40:9';

const entries = (reads: EarlyRead[], more: Entry[] = [], used = true): Entry[] => {
  const [found, ...rest] = healthyEntries();
  if (!found) throw new Error('There is always an SDK.');
  const detail = { ...found.detail, script: sdk, early: reads };
  return [{ ...found, detail } as Entry, ...(used ? rest : []), ...more];
};
const thrown = (script: string, line: number, stack = ''): Entry =>
  makeEntry('error', {
    id: 9,
    name: 'TypeError',
    status: 'failed',
    detail: {
      source: 'error',
      error: { name: 'TypeError', message: 'x is undefined', ...(stack && { stack }) },
      script,
      line,
    },
  });

test.each([
  ['an inline script', chrome, thrown('https://shop.example/', 12)],
  ['a file, by the error’s stack', firefox, thrown('', 0, firefox)],
  [
    'a rejected promise',
    `    at async start (https://shop.example/app.js:3:7)\n${chrome}`,
    thrown('', 0, 'TypeError: x\n    at async start (https://shop.example/app.js:3:9)'),
  ],
])('%s: the line and the time, an error where nothing else uses AKPush', (_, stack, error) => {
  const [found] = findIn({ entries: entries([early(stack)], [error], false) });
  expect(found).toMatchObject({ id: 'sdk-too-early', severity: 'error' });
  expect(found?.sentence).toMatch(/0\.4 s.*shop\.example\/(?:app\.js:(?:40|3)|:12)/);
  expect(findIn({ entries: entries([early(stack)], [error]) })[0]?.severity).toBe('warning');
});

test('a page that looked once and does nothing since is told as a guess', () => {
  const [found] = findIn({ entries: entries([early(chrome)], [], false) });
  expect(found).toMatchObject({ id: 'sdk-too-early', severity: 'warning', isGuess: true });
});

test.each<[string, Entry[]]>([
  ['that looked and waited', entries([early(chrome)])],
  ['whose SDK asks whether it is there', entries([early(`    at ${sdk}:1:9`)], [], false)],
  ['on which the panel looked', entries([early(`${chrome}\n${jobMarker}`)], [], false)],
  [
    'that came back to the same place and found it',
    entries(
      [early(chrome)],
      [
        thrown('https://shop.example/', 12),
        makeEntry('call', { id: 10, name: 'constructor', stack: chrome }),
      ],
    ),
  ],
  ['with another error', entries([early(chrome)], [thrown('https://shop.example/', 99)])],
])('nothing is said of a page %s', (_, each) => {
  expect(idsIn({ entries: each })).not.toContain('sdk-too-early');
});
