import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellCode } from '../../../lib/markdown/cell-code';
import { codeSpan } from '../../../lib/markdown/code-span';
import { plainText } from '../../../lib/markdown/plain-text';
import { tableRow } from '../../../lib/markdown/table-row';
import { oneLine } from '../../../lib/model/one-line';
import { hostileText, hostileTexts } from '../../support/hostile-texts';
import { elementsOf, readHtml, renderers } from '../../support/render-markdown';

const spaces = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** What a text says in one line; of very long runs of backticks the beginning. */
const said = (text: string): string =>
  spaces(oneLine(text).replace(/`{33,}/g, `${'`'.repeat(32)}…`));
const row = (cell: string) => `${tableRow(['a', 'b'])}\n${tableRow(['---', '---'])}\n${cell}`;

const places: Readonly<Record<string, (text: string) => string>> = {
  'code in a list': (text) => `- ${codeSpan(text)}`,
  'code in a heading': (text) => `# On ${codeSpan(text)}`,
  'code in a table': (text) => row(tableRow([cellCode(text), 'end'])),
  'words in a list': (text) => `- ${plainText(text)}`,
  'words in a numbered list': (text) => `1. ${plainText(text)}`,
  'words in a heading': (text) => `### ${plainText(text)}`,
  'words in a paragraph': (text) => plainText(text),
  'words in a table': (text) => row(tableRow([plainText(text, cellCode), 'end'])),
};
const allowed = new Set('p ul ol li code h1 h3 table thead tbody tr th td'.split(' '));

describe.each(Object.entries(renderers))('%s', (_, render) => {
  test.each(Object.entries(places))('%s: nothing acts, all can be read', (_place, write) => {
    const check = (text: string) => {
      const html = render(write(text));
      const { names, addresses } = elementsOf(html);
      expect(new Set([...names].filter((name) => !allowed.has(name)))).toEqual(new Set());
      expect(addresses).toEqual([]);
      expect(spaces(readHtml(html))).toContain(said(text));
      if (html.includes('<td>')) expect(html.match(/<td>/g)).toHaveLength(2);
    };
    for (const text of hostileTexts) check(text);
    fc.assert(fc.property(hostileText, check), { numRuns: 150 });
  });

  test.each(['a`b', '`', '``a``', ' a ', 'a\\', '<b>', '&amp;', 'a | b', 'a\\|b', '@a #1'])(
    'code says %j exactly',
    (text) => {
      const [, inside] = /<code>(.*)<\/code>/s.exec(render(`x ${codeSpan(text)} y`)) ?? [];
      expect(readHtml(inside ?? '')).toBe(text);
    },
  );
});

/** What trackers look for in the text of a page that was rendered, outside of code. */
const references = /(?<![\w])@\w|#\d|GH-\d|(?<![\w])[!~$%&^]\w|:\w+:|\b(?=\w*\d)[\da-f]{7,40}\b/;

test('no mention, reference or emoji outside of code', () => {
  const render = renderers.marked ?? String;
  fc.assert(
    fc.property(hostileText, (text) => {
      const outside = render(plainText(text)).replace(/<code>.*?<\/code>/gs, ' ');
      expect(readHtml(outside)).not.toMatch(references);
    }),
  );
});

test('a sentence of ours stays as it is, also with what stands for a secret', () => {
  const text =
    'The server answered 400: no “profile” (email#1, token#2), 1.5 s — the page’s error.';
  expect(plainText(text)).toBe(text);
});

test.each([')', '`', ' ', '(', '.', '\\', '@', '_'])('a long run of %j is read once', (mark) => {
  const begun = performance.now();
  plainText(`${mark.repeat(100_000)}x${mark.repeat(100_000)} `, cellCode);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
