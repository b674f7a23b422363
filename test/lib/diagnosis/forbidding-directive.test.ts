import { expect, test } from 'vitest';
import { forbiddingDirective } from '../../../lib/diagnosis/forbidding-directive';

/* By CSP 3, "Does url match expression in origin" and "Get fetch directive fallback list". */

const server = 'https://pxl.example.com/pixel';
const self = 'https://shop.example';

test.each([
  ['https://pxl.example.com'],
  ['https://pxl.example.com:443'],
  ['http://pxl.example.com:80'],
  ['https://PXL.Example.com'],
  ['HTTPS://pxl.example.com'],
  ['pxl.example.com:*'],
  ['*.EXAMPLE.com'],
  ['HTTPS:'],
  ['*'],
  ['pxl.example.com/pixel'],
  ['pxl.example.com/'],
])('connect-src %s lets Altcraft’s server through', (source) => {
  expect(forbiddingDirective(`connect-src ${source}`, 'connect-src', server, self)).toBeUndefined();
});

test.each([
  ["'self'"],
  ["'none'"],
  [''],
  ['https://example.com'],
  ['*.pxl.example.com'],
  ['https://pxl.example.com:8443'],
  ['pxl.example.com/other'],
  ['pxl.example.com/PIXEL'],
  ['wss:'],
  ['[::1'],
])('connect-src %s does not', (source) => {
  const policy = `connect-src ${source}`.trim();
  expect(forbiddingDirective(policy, 'connect-src', server, self)).toBe(policy);
});

test.each([
  ["'SELF'", 'https://shop.example/x', self, true],
  ["'self'", 'https://shop.example/x', 'http://shop.example', true],
  ["'self'", 'http://shop.example/x', self, false],
  ["'self'", 'https://shop.example:8443/x', self, false],
  ["'self'", 'http://localhost:8080/x', 'http://localhost:8080', true],
  ['http://[::1]:8080', 'http://[::1]:8080/pixel', self, true],
  ['http://[::1]', 'http://[::1]:8080/pixel', self, false],
  ['http://[::2]:8080', 'http://[::1]:8080/pixel', self, false],
  ['shop.example', 'https://shop.example/x', 'http://shop.example', true],
  ['shop.example', 'http://shop.example/x', self, false],
])('connect-src %s for %s of %s: %s', (source, address, origin, isLet) => {
  const by = forbiddingDirective(`connect-src ${source}`, 'connect-src', address, origin);
  expect(by === undefined).toBe(isLet);
});

test.each([
  // `importScripts` asks for a script, as an element does.
  [`script-src-elem ${server}; script-src 'none'`, undefined],
  [`script-src-elem 'none'; script-src ${server}`, "script-src-elem 'none'"],
  [`script-src ${server}; default-src 'none'`, undefined],
  ["default-src 'self'", "default-src 'self'"],
  ["Script-Src 'nonce-x' 'STRICT-DYNAMIC'", undefined],
  [`script-src ${server}, script-src 'self'`, "script-src 'self'"],
  ["connect-src 'none'", undefined],
])('an import under %s', (policy, by) => {
  expect(forbiddingDirective(policy, 'script-src', server, self)).toBe(by);
});
