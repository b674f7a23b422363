import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readListing } from '../../scripts/store/listing';
import { framedPicture } from '../../scripts/store/picture-frame';
import { pictureScenes } from '../../scripts/store/picture-scenes';
import { pngProblems } from '../../scripts/store/png-problems';
import { themeProblems } from '../../scripts/store/theme-problems';

const icon = readFileSync(path.resolve(import.meta.dirname, '../../public/icon/128.png'));
const wanted = { width: 128, height: 128, isOpaque: false };

test('there is a picture for each caption', () => {
  expect(pictureScenes.map(({ id }) => id)).toEqual([...readListing('en').pictures.keys()]);
});

test('a caption is a text', () => {
  expect(framedPicture('a <b> & c', Buffer.from('x'))).toContain('<h1>a &lt;b> &amp; c</h1>');
});

test('a picture of another size or kind is found', () => {
  expect(pngProblems(icon, wanted)).toEqual([]);
  expect(pngProblems(icon, { ...wanted, width: 96 })).toEqual(['it is 128×128, not 96×128']);
  expect(pngProblems(icon, { ...wanted, isOpaque: true })).toEqual(['its colour type is 6']);
  expect(pngProblems(Buffer.from('<svg/>'), wanted)).toEqual(['it is no PNG']);
});

test('a picture in another theme than was asked for is found', async () => {
  const dark = { evaluate: async () => 'dark' as never };
  expect(await themeProblems(dark, 'dark')).toEqual([]);
  expect(await themeProblems(dark, 'light')).toEqual(['it is dark, not light']);
});
