import { expect, test } from 'vitest';
import { contractFileName } from '../../components/views/contract/contract-file-name';

test.each([
  ['shop.example', 'shop.example.contract.json'],
  ['site.json', 'site.contract.json'],
  ['site.contract.json', 'site.contract.json'],
  ['магазин 1: касса', 'магазин-1-касса.contract.json'],
  ['.json', 'site.contract.json'],
])('a contract %j is saved as %s', (name, file) => {
  expect(contractFileName(name)).toBe(file);
});
