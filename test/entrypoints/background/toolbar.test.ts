import { beforeEach, expect, test } from 'vitest';
import type { FoundFrames } from '../../../entrypoints/background/find-frames';
import {
  markFound,
  markFrames,
  markRecording,
  markTab,
} from '../../../entrypoints/background/toolbar';
import fakeBrowser from '../../support/fake-browser';

const tab = 7;
const url = 'https://shop.test/';
const { badges, titles } = fakeBrowser.action;
const settle = () => new Promise((resolve) => setImmediate(resolve));
/** A frame that has only an error about AKPush. */
const troubled = 9;
const foundIn = (...frames: number[]): FoundFrames => ({
  frames: frames.map((frame) => ({ frame, sdk: frame !== troubled, parents: [] })),
  url,
  timeOrigin: 1,
});
const seen = (status: 'problem' | 'subscribed', errors = 0) => {
  markTab({ tab, url, status, errors, frames: 1 });
  return settle();
};
const titleLines = () => titles.get(tab)?.split('\n');

beforeEach(() => markRecording(tab, false));

test('a page with AKPush is marked, and how many frames have it', async () => {
  markFound({ tab, frame: 0 });
  await markFrames(tab, foundIn(0, 4));
  expect(badges.get(tab)).toBe('✓');
  expect(titleLines()?.[1]).toContain('2');
  await markFrames(tab, foundIn(0, troubled));
  expect(titleLines()).toHaveLength(1);
});

test('a page without AKPush that has a frame with it is marked', async () => {
  markFound({ tab, frame: 4 });
  await settle();
  expect(badges.get(tab)).toBe('');
  await markFrames(tab, foundIn(4));
  expect(badges.get(tab)).toBe('✓');
});

test('a page that shows no frame with AKPush is not marked: the one that said so is prerendered', async () => {
  await markFrames(tab, foundIn());
  expect(badges.get(tab)).toBe('');
});

test('what a panel has seen stays as frames come, and says how many', async () => {
  await seen('problem', 3);
  await markFrames(tab, foundIn(0, 4, 5));
  expect(badges.get(tab)).toBe('3');
  expect(titleLines()).toHaveLength(2);
  expect(titleLines()?.[1]).toContain('3');
});

test('a recording that began while the frames were looked for keeps its mark', async () => {
  const marked = markFrames(tab, foundIn(4));
  markRecording(tab, true);
  await marked;
  await settle();
  expect(badges.get(tab)).toBe('REC');
});

test('a page that has come since is not marked', async () => {
  await markFrames(tab, { ...foundIn(4), url: 'https://before.test/' });
  expect(badges.get(tab)).toBe('');
});
