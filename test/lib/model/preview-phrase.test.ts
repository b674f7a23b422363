import { expect, test } from 'vitest';
import type { Encoded } from '../../../lib/model/encoded-value';
import { type Phrase, phrase } from '../../../lib/model/phrase';
import { previewPhrase } from '../../../lib/model/preview-phrase';

test.each<[Encoded, Phrase]>([
  [{ email: 'a@b.c', db: [1, 2] }, '{email: "a@b.c", db: [1, 2]}'],
  [{ $: 'object', class: 'Map', entries: [['a', 1]], more: 1 }, 'Map {a: 1}'],
  [{ $: 'error', name: 'TypeError', message: 'no' }, 'TypeError: no'],
  [[], '[]'],
  [{ $: 'circular' }, phrase('valueCircular')],
  [
    { a: { $: 'getter' }, b: 1 },
    { parts: ['{a: ', phrase('valueGetter'), ', b: 1}'], by: '' },
  ],
])('%j is words only where something was not read', (value, said) => {
  expect(previewPhrase(value)).toEqual(said);
});

test('what is long is cut', () => {
  expect(previewPhrase('a'.repeat(200), 10)).toBe(`"${'a'.repeat(9)}…"`);
  expect(previewPhrase([1, 22, 333, 4444, 55555], 10)).toBe('[1, 22, 333, …]');
});
