import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withRules } from '../../../scripts/rule-table';

test('docs/diagnosis.md lists the rules as they are; npm run rules writes it', () => {
  const text = readFileSync(new URL('../../../docs/diagnosis.md', import.meta.url), 'utf8');
  expect(text).toBe(withRules(text));
});
