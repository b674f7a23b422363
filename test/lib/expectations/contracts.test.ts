import { expect, test } from 'vitest';
import { checkContract } from '../../../lib/expectations/check-contract';
import { type Contracts, readContracts, setContract } from '../../../lib/expectations/contracts';
import { expectationsFrom } from '../../../lib/expectations/expectations-from';
import { marksOf } from '../../../lib/expectations/marks-of';
import { expectationsText } from '../../../lib/expectations/read-expectations';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { recorded } from '../../support/expectation-sessions';

const contract = { name: 'a', text: '{}' };

test('a site has one, and those that were changed longest ago are forgotten', () => {
  let all: Contracts = {};
  for (let site = 0; site < 40; site++) all = setContract(all, `https://${site}.example`, contract);
  expect(Object.keys(all)).toHaveLength(30);
  expect(all['https://9.example']).toBeUndefined();
  expect(all['https://39.example']).toBe(contract);
  expect(Object.keys(setContract(all, 'https://39.example', null))).toHaveLength(29);
});

test.each([[undefined], [null], ['x'], [[]], [{ a: null, b: { name: 1, text: 'x' }, c: [] }]])(
  'what was saved in another shape is nothing: %j',
  (saved) => {
    expect(readContracts(saved)).toEqual({});
  },
);

test('what was saved is read', () => {
  const saved = { 'https://a.example': contract, 'https://b.example': { name: 'b' } };
  expect(readContracts(saved)).toEqual({ 'https://a.example': contract });
});

test('a file that cannot be read any more says why', () => {
  const session = recorded('chromium', 'suspended');
  const state = checkContract(contract, session, readOutcomes(session));
  expect(state).toMatchObject({ problem: { key: 'expectForeign' }, checked: [] });
});

test('an entry that shows a failure shows nothing else', () => {
  const good = recorded('chromium', 'suspended');
  const made = { name: 'good', text: expectationsText(expectationsFrom(good)) };
  const { marks } = checkContract(made, good, readOutcomes(good));
  expect(marks.get('1:3')).toBe('met');
  expect(marks.get('1:1')).toBeUndefined();
  const base = { part: 'calls', title: '', note: '', evidence: ['1:3'] } as const;
  const [met, failed] = [
    { ...base, id: 'a', status: 'met' },
    { ...base, id: 'b', status: 'failed' },
  ] as const;
  expect(marksOf([failed, met]).get('1:3')).toBe('failed');
  expect(marksOf([met, failed]).get('1:3')).toBe('failed');
});
