import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { factNames } from '../../scripts/automation/tool-names';
import { automationReference, automationSections } from '../../scripts/automation-reference';

const root = path.resolve(import.meta.dirname, '../..');
const read = (folder: string, end: RegExp): string =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && end.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
const markup = read('components', /\.tsx?$/);
const sources = ['components', 'lib', 'entrypoints']
  .map((each) => read(each, /\.tsx?$/))
  .join('\n');
const names = automationSections.flatMap((section) => section.names);
const named = (kind: string) =>
  new Set(names.filter((each) => each.kind === kind).map(({ name }) => name));

/** Attributes that the panel's own code, styles and tests use, which nobody else may go by. */
const ownAttributes = new Set([
  'checked',
  'field',
  'found-here',
  'grip',
  'host-refused',
  'index',
  'off',
  'push-action',
  'theme',
]);

const hasWord = (word: string) =>
  new RegExp(`(?<![\\w-])${word.replace(/[.$]/g, '\\$&')}(?![\\w-])`).test(sources);

test('docs/reference/automation.md is what npm run reference writes', () => {
  const file = path.join(root, 'docs/reference/automation.md');
  expect(readFileSync(file, 'utf8')).toBe(automationReference());
});

/** Beginnings of names that are put together, as `push-` in `push-${name}`. */
const beginnings = [...markup.matchAll(/`([a-z]+-)\$\{/g)].map(([, beginning = '']) => beginning);
const isQuoted = (name: string): boolean => new RegExp(`["'\`]${name}["'\`]`).test(sources);
const isMade = (name: string): boolean =>
  beginnings.some((each) => name.startsWith(each) && hasWord(name.slice(each.length)));
const isThere = (kind: string, name: string): boolean =>
  (kind === 'attribute' && hasWord(`data-${name}`)) || isQuoted(name) || isMade(name);

test('every name of the reference, and every value, stands in the code', () => {
  const missing = names.flatMap(({ kind, name, values = [] }) => [
    ...(isThere(kind, name) ? [] : [`${kind} ${name}`]),
    ...(Array.isArray(values) ? values : Object.keys(values)).filter((value) => !hasWord(value)),
  ]);
  expect(missing).toEqual([]);
  expect(['no-such', 'push-no-such'].filter((name) => isThere('button', name))).toEqual([]);
});

test('every name of a fact stands in the code', () => {
  const words = Object.entries(factNames).flatMap(([topic, list]) => [
    topic,
    ...list.split(/[ .]/),
  ]);
  expect(words.filter((word) => !hasWord(word))).toEqual([]);
});

test('every attribute and every button of the panel is in the reference', () => {
  const attributes = [...markup.matchAll(/(?<=[\s<'"[])data-([a-z][a-z-]*)(?=[=\]'"])/g)];
  const buttons = [...markup.matchAll(/\b(?:data-)?action(?:=|: ?)(?:\{)?["']([a-z][a-z-]+)["']/g)];
  const known = named('attribute');
  const unknown = [
    ...attributes
      .map(([, name = '']) => name)
      .filter((name) => !known.has(name) && !ownAttributes.has(name) && name !== 'action')
      .map((name) => `data-${name}`),
    ...buttons.map(([, name = '']) => name).filter((name) => !named('button').has(name)),
  ];
  // A new one belongs into a file of scripts/automation; then npm run reference.
  expect([...new Set(unknown)]).toEqual([]);
});
