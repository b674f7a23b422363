import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsUrl } from '../../cli/fits-url';

test.each([
  ['https://shop.example/', 'https://shop.example'],
  ['shop.example', 'https://SHOP.example/'],
  ['https://shop.example/*', 'https://shop.example/sale?a=1'],
  ['shop.example/*', 'https://shop.example/'],
  ['shop.example/*', 'https://mira:secret@shop.example/'],
  ['https://mira:secret@shop.example/', 'https://mira:secret@shop.example/'],
  ['*', 'http://127.0.0.1:8080/'],
  ['*.shop.example/*', 'https://a.b.shop.example/x'],
  ['https://*/sale', 'https://shop.example/sale'],
  ['https://shop.example/*/a/*/b', 'https://shop.example/x/a/a/y/b'],
  ['https://shop.example/a**b', 'https://shop.example/ab'],
])('%s fits %s', (pattern, url) => expect(fitsUrl(pattern, url)).toBe(true));

test.each([
  ['https://shop.example/', 'https://shop.example/sale'],
  ['https://shop.example/', 'http://shop.example/'],
  ['shop.example/*', 'http://shop.example/'],
  ['https://shop.example/*', 'https://shop.example.evil.example/'],
  ['https://shop.example/*/', 'https://shop.example/'],
  ['https://shop.example/a*ab', 'https://shop.example/ab'],
  // Nothing but the asterisk is a sign.
  ['https://shop.exampl./*', 'https://shop.example/'],
  ['https://[a-z]+.example/*', 'https://shop.example/'],
])('%s does not fit %s', (pattern, url) => expect(fitsUrl(pattern, url)).toBe(false));

test('an address fits itself with any of its parts left out', () => {
  const url = 'https://shop.example/sale/shoes?size=42&color=red#top';
  fc.assert(
    fc.property(fc.nat(url.length), fc.nat(url.length), (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const pattern = `${url.slice(0, from)}*${url.slice(to)}`;
      // Where the scheme is left out in part, `https` is put before what remains.
      if (from > 0 && from < 'https://'.length) return;
      expect(fitsUrl(pattern, url)).toBe(true);
      expect(fitsUrl(`${pattern}x`, url)).toBe(false);
    }),
  );
});

test('a pattern of asterisks costs no more than others', () => {
  const pattern = `https://${'*a'.repeat(20_000)}*b`;
  expect(fitsUrl(pattern, `https://shop.example/${'a'.repeat(50_000)}`)).toBe(false);
});
