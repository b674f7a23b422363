import { describe, expect, test } from 'vitest';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries } from '../../support/make-input';

/* Addresses of the configuration that no browser asks for, or registers. */

provideEnglish();

const found = (config: object) =>
  findIn({ entries: healthyEntries(config) }).filter(({ id }) => id === 'config-address');

describe('what cannot work', () => {
  test.each([
    [{ serverURL: 'pxl.example.com' }, 'it is not a URL'],
    [{ serverURL: 'https://https://pxl.example.com' }, 'twice'],
    [{ serverURL: undefined, apiServerHost: 'https://pxl.example.com' }, 'twice'],
    [{ serverURL: 'ftp://pxl.example.com' }, 'ftp:'],
    [{ serverURL: 'wss://pxl.example.com' }, 'wss:'],
    [{ serverURL: 'https://pxl.example.com:6000' }, 'port 6000'],
    [{ serverURL: 'https://push:secret@pxl.example.com' }, 'user name'],
    [{ serverURL: 'https://pxl.example.com/?account=1' }, 'query'],
    [{ serverURL: 'https://pxl.example.com/#' }, 'query'],
    [{ swPath: 'https://cdn.example/service-worker.js' }, 'https://cdn.example'],
    [{ swPath: '//service-worker.js' }, 'https://service-worker.js'],
    [{ swPath: 'file:///srv/www/service-worker.js' }, 'file:'],
    [{ swPath: '/push%2Fservice-worker.js' }, '%2F'],
  ])('%o', (config, why) => {
    expect(found(config).map(({ sentence }) => sentence)).toEqual([expect.stringContaining(why)]);
  });
});

test.each([
  {},
  { serverURL: 'https://pxl.example.com/' },
  { serverURL: 'https://pxl.example.com/altcraft' },
  { serverURL: 'https://pxl.example.com:8443' },
  { serverURL: 'http://localhost:8080' },
  { swPath: 'service-worker.js' },
  { swPath: '/push/service-worker.js' },
  { swPath: 'https://shop.example/service-worker.js' },
])('%o is well', (config) => {
  expect(found(config)).toEqual([]);
});
