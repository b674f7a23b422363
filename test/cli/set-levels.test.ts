import { beforeAll, expect, test } from 'vitest';
import type { PageResult } from '../../cli/page-result';
import { toJunit } from '../../cli/reports/to-junit';
import { toMarkdown } from '../../cli/reports/to-markdown';
import { toTerminal } from '../../cli/reports/to-terminal';
import { setLevels } from '../../cli/set-levels';
import { provideEnglish } from '../../scripts/provide-english';
import { makeCheckReport, makePageResult } from '../support/make-page-result';
import { readXml } from '../support/read-xml';

beforeAll(provideEnglish);

const url = 'https://shop.example/sale';
const page = makePageResult('x');
const levelsOf = ({ diagnosis }: PageResult) => diagnosis?.findings.map(({ level }) => level);

test('of all pages, and of those that fit, the last of which is right', () => {
  const rules = { 'no-sdk': 'warning' } as const;
  const set = (...pages: { url: string; rules: Record<string, 'off' | 'hint'> }[]) =>
    levelsOf(setLevels(page, url, { rules, pages }));
  expect(set()).toEqual(['warning', 'warning']);
  expect(set({ url: 'https://other.example/*', rules: { 'no-sdk': 'off' } })).toEqual(set());
  const [all, one] = ['*', url];
  expect(set({ url: all, rules: { 'no-sdk': 'off', 'two-sdks': 'hint' } })).toEqual([
    'off',
    'hint',
  ]);
  expect(
    set({ url: all, rules: { 'no-sdk': 'off' } }, { url: one, rules: { 'no-sdk': 'hint' } }),
  ).toEqual(['hint', 'warning']);
});

test('it changes levels, and nothing else that was said', () => {
  const off = setLevels(page, url, { rules: { 'no-sdk': 'off', 'two-sdks': 'off' }, pages: [] });
  expect(levelsOf(off)).toEqual(['off', 'off']);
  expect(setLevels(off, url, { rules: {}, pages: [] })).toEqual(page);
  const unseen = makePageResult('x', { diagnosis: null });
  expect(setLevels(unseen, url, { rules: { 'no-sdk': 'off' }, pages: [] })).toBe(unseen);
});

test('reports say it', () => {
  const set = setLevels(page, url, { rules: { 'no-sdk': 'off', 'two-sdks': 'error' }, pages: [] });
  const report = makeCheckReport([set]);
  expect(toTerminal(set)).toContain('[no-sdk] (muted)');
  expect(toTerminal(set)).toMatch(/\[two-sdks\].* \(counts as error\)/);
  expect(toMarkdown(report)).toContain('(`no-sdk`) (muted)');
  expect(toMarkdown(report)).toMatch(/^\| `https:\S+` \| broken \| 1 \| 0 \| 0 \| 1 \| 0 \|$/m);
  const [suite] = readXml(toJunit(report)).children;
  expect(suite?.attributes).toMatchObject({ failures: '1', skipped: '5' });
  const [, muted, raised] = suite?.children ?? [];
  expect(muted?.children[0]).toMatchObject({
    name: 'skipped',
    attributes: { message: 'Muted: x' },
  });
  expect(raised?.children[0]).toMatchObject({ name: 'failure', attributes: { type: 'error' } });
});
