import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shownKinds } from '../../lib/model/kinds';

const css = readFileSync(new URL('../../components/ui/kinds.css', import.meta.url), 'utf8');

test.each(shownKinds)('%s has a colour in both themes', (kind) => {
  expect(css).toMatch(new RegExp(`^\\.kind-${kind}[,\\s]`, 'm'));
  expect(css).toMatch(new RegExp(`^\\[data-theme="dark"\\] \\.kind-${kind}[,\\s]`, 'm'));
});
