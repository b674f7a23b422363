import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const guideOf = (language: string): string => read(`docs/guide/${language}/README.md`);

const textsOf = (language: string): Set<string> => {
  const messages: Record<string, { message: string }> = JSON.parse(
    read(`public/_locales/${language}/messages.json`),
  );
  return new Set(Object.values(messages).map(({ message }) => message));
};

describe.each(['en', 'ru'])('the guide in %s', (language) => {
  test('calls everything as the panel does', () => {
    const texts = textsOf(language);
    const named = [...guideOf(language).matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) =>
      name.replace(/\s+/g, ' '),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !texts.has(name))).toEqual([]);
  });

  test('has a picture in both themes of its own language, each with a text', () => {
    const pictures = [
      ...guideOf(language).matchAll(
        /srcset="([^"]+)-dark\.png">\s+<img src="([^"]+)-light\.png" alt="([^"]+)"/g,
      ),
    ];
    expect(pictures.length).toBeGreaterThanOrEqual(6);
    for (const [, dark, light] of pictures) {
      expect(dark).toBe(light);
      expect(light).toContain(`/pictures/${language}/`);
    }
  });
});

test.each(['reference/views', 'troubleshooting'])(
  '%s calls everything as the panel does',
  (name) => {
    const texts = new Set([...textsOf('en')].map((text) => text.toLowerCase()));
    const named = [...read(`docs/${name}.md`).matchAll(/\*\*([^*]+)\*\*/g)].map(([, each = '']) =>
      each.replace(/\s+/g, ' '),
    );
    expect(named).not.toEqual([]);
    expect(named.filter((each) => each !== 'AKPush' && !texts.has(each.toLowerCase()))).toEqual([]);
  },
);

test('both guides have the same tasks, steps and links', () => {
  const shapeOf = (text: string) =>
    text
      .match(/^(?:## |\d\. )|(?<=\]\()[^)]+\)|(?<=pictures\/)..\/[\w-]+/gm)
      ?.map((part) => part.replace(/^(?:en|ru|\.\.\/(?:en|ru))\//, ''));
  expect(shapeOf(guideOf('ru'))).toEqual(shapeOf(guideOf('en')));
});

test('the README is short, and shows six views and a story', () => {
  const text = read('README.md');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  const shown = new Set(
    [...text.matchAll(/pictures\/en\/([\w-]+)-light\.png/g)].map(([, name]) => name),
  );
  expect(shown.has('story')).toBe(true);
  expect(shown.size).toBeGreaterThanOrEqual(7);
});

test('the animation has four frames, and is small', () => {
  for (const theme of ['light', 'dark']) {
    const file = path.join(root, `docs/pictures/en/story-${theme}.png`);
    expect(statSync(file).size).toBeLessThan(700_000);
    const bytes = readFileSync(file);
    expect(bytes.readUInt32BE(bytes.indexOf('acTL') + 4)).toBe(4);
  }
});
