import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { borrowCache, keepCache, namedCache } from '../../cli/firefox-cache';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string): void => {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, text);
};
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const at = (name: string): string => path.join(folder, name);

/** A profile as a Firefox leaves it. */
const leaveProfile = (name: string, version: string): void => {
  write(`${name}/compatibility.ini`, version);
  write(`${name}/cookies.sqlite`, 'of a site');
  write(`${name}/startupCache/startupCache.8.little`, `parsed by ${version}`);
  write(`${name}/startupCache/scriptCache-current.bin`, `compiled by ${version}`);
  write(`${name}/startupCache/webext.sc.lz4`, 'of an extension');
};

test('a new profile gets what an earlier Firefox has made of its own scripts, and nothing else', async () => {
  leaveProfile('first', '140');
  mkdirSync(at('second'));
  await keepCache(at('first'), at('kept/firefox'));
  await borrowCache(at('kept/firefox'), at('second'));
  expect(readdirSync(at('second')).sort()).toEqual(['compatibility.ini', 'startupCache']);
  expect(readdirSync(at('second/startupCache')).sort()).toEqual([
    'scriptCache-current.bin',
    'startupCache.8.little',
  ]);
  expect(read('second/compatibility.ini')).toBe('140');
  expect(readdirSync(at('kept'))).toEqual(['firefox']);
});

test.each([
  ['another Firefox takes its place', '141', 'parsed by 141'],
  ['that of the same Firefox stays', '140', 'of the first'],
])('where something is kept already, %s', async (_what, version, kept) => {
  leaveProfile('first', '140');
  write('first/startupCache/startupCache.8.little', 'of the first');
  leaveProfile('second', version);
  for (const name of ['first', 'second']) await keepCache(at(name), at('kept'));
  expect(read('kept/startupCache/startupCache.8.little')).toBe(kept);
  expect(read('kept/compatibility.ini')).toBe(version);
});

test('where nothing is kept, or nothing can be, the profile is a new one and nobody is told', async () => {
  mkdirSync(at('profile'));
  await borrowCache(at('nothing'), at('profile'));
  expect(readdirSync(at('profile'))).toEqual([]);
  // A browser that was killed at once.
  await keepCache(at('profile'), at('kept'));
  // A file stands where the folder would be.
  leaveProfile('whole', '140');
  write('file', '');
  await keepCache(at('whole'), at('file/kept'));
  expect(readdirSync(folder).sort()).toEqual(['file', 'profile', 'whole']);
});

test('what else is in the folder that was named stays', async () => {
  write('named/diary.txt', 'of the user');
  vi.stubEnv('AKPUSH_FIREFOX_CACHE', at('named'));
  for (const version of ['140', '141']) {
    leaveProfile(version, version);
    await keepCache(at(version), namedCache() as string);
  }
  vi.unstubAllEnvs();
  expect(readdirSync(at('named')).sort()).toEqual(['akpush-firefox-cache', 'diary.txt']);
});

test.each([
  ['/somewhere', '/somewhere/akpush-firefox-cache'],
  ['', undefined],
])('AKPUSH_FIREFOX_CACHE %j names %j', (value, named) => {
  vi.stubEnv('AKPUSH_FIREFOX_CACHE', value);
  expect(namedCache()).toBe(named);
  vi.unstubAllEnvs();
});
