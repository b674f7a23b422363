import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { outcomeIds, pushOutcomeIds } from '../../../lib/outcome/outcome';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/outcomes.md'), 'utf8');

/** The cells of the rows that begin with an id. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', severity = '', meaning = '', proof = '', next = '', ...rest]) => ({
    id: id.replaceAll('`', ''),
    severity,
    meaning,
    proof,
    next,
    rest,
  }));

it('docs/outcomes.md has every outcome, in the order of the code', () => {
  expect(rows.map(({ id }) => id)).toEqual([...outcomeIds]);
});

it.each(rows)('$id says what it means, what proves it, what to do', (row) => {
  expect(['ok', 'info', 'warning', 'error']).toContain(row.severity);
  expect(row.meaning).toMatch(/\.$/);
  expect(row.proof).toMatch(/\.$/);
  // Nothing is to be done where all is well.
  expect(row.next === '').toBe(row.severity === 'ok');
  expect(row.rest).toEqual(['']);
});

it('says what the outcomes of pushes mean, each once', () => {
  const listed = [...text.matchAll(/^- ((?:`[\w-]+`(?:, )?)+):/gm)].flatMap(([, ids = '']) =>
    ids.split(', ').map((id) => id.replaceAll('`', '')),
  );
  expect(listed.toSorted()).toEqual([...pushOutcomeIds].toSorted());
});
