import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { secretPatterns } from '../lib/redaction/secret-patterns';

const root = path.resolve(import.meta.dirname, '..');

interface Found {
  where: string;
  source: string;
  flags: string;
}

/** All regular expressions that stand in a file. */
const regexesIn = (file: string): Found[] => {
  const code = readFileSync(path.join(root, file), 'utf8');
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex, start } = node as {
      regex?: { pattern: string; flags: string };
      start?: number;
    };
    if (regex) {
      const line = code.slice(0, start).split('\n').length;
      found.push({ where: `${file}:${line}`, source: regex.pattern, flags: regex.flags });
    } else for (const each of Object.values(node)) visit(each);
  };
  visit(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }));
  return found;
};

const files = ['lib', 'components', 'entrypoints', 'cli'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name)),
);

/** Whether a repetition has no bound. */
const isUnbounded = (source: string): boolean =>
  /[*+]|\{\d+,\}/.test(source.replace(/\\./g, '.').replace(/\[[^\]]*\]/g, '.'));

/**
 * Those that read the same text again and again, with a text that shows it: proven, not tried. What looks around is beyond the proof; it begins where a
 * word begins. One whose repetitions all have a bound reads each character so many times at most.
 */
const slowOf = (regexes: readonly Found[]): string[] =>
  regexes
    .filter(({ source }) => isUnbounded(source))
    .flatMap(({ where, source, flags }) => {
      const checked = checkSync(source, flags, { checker: 'automaton', timeout: 10_000 });
      return checked.status === 'vulnerable'
        ? [`${where} ${checked.complexity.summary}: ${source} by ${checked.attack.pattern}`]
        : [];
    });

test('no regular expression is slow on a text that is made for it', () => {
  const found = files.flatMap(regexesIn);
  expect(found.length).toBeGreaterThan(200);
  const made = secretPatterns.map(({ kind, pattern: { source, flags } }) => ({
    where: kind,
    source,
    flags,
  }));
  expect(slowOf([...found, ...made])).toEqual([]);
}, 300_000);

test.each([String.raw`\\+"`, String.raw`[^\s"]{2,}$`, '(a+)+$', String.raw`\\*"x`])(
  'a slow one is found: %s',
  (source) => {
    expect(slowOf([{ where: 'here', source, flags: 'g' }])).toHaveLength(1);
  },
);
