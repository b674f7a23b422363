import { expect, test } from 'vitest';
import { headerExtension } from '../../cli/header-extension';

test('rules for a site alone, its sockets too, by whatever a request is made', () => {
  const headers = [
    { name: 'X-Staging', value: 'let me, "in"' },
    { name: 'Authorization', value: 'Bearer a' },
  ];
  const { 'rules.json': rules = '', 'manifest.json': manifest = '' } = headerExtension(
    'https://shop.example:8443',
    headers,
  );
  const read = JSON.parse(rules) as {
    action: { requestHeaders: object[] };
    condition: { urlFilter: string; resourceTypes: string[] };
  }[];
  // A bar is the beginning of an address, and the slash its origin's end.
  expect(read.map(({ condition }) => condition.urlFilter)).toEqual([
    '|https://shop.example:8443/',
    '|wss://shop.example:8443/',
  ]);
  for (const { action, condition } of read) {
    expect(action.requestHeaders).toEqual([
      { header: 'X-Staging', operation: 'set', value: 'let me, "in"' },
      { header: 'Authorization', operation: 'set', value: 'Bearer a' },
    ]);
    // Where none are named a rule leaves documents out.
    expect(condition.resourceTypes).toEqual(expect.arrayContaining(['main_frame', 'script']));
  }
  // It has no code.
  expect(JSON.parse(manifest)).not.toHaveProperty('background');
  expect(manifest).not.toContain('content_scripts');
});
