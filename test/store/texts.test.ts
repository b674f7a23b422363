import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../lib/diagnosis/rules';
import { answerProblems, fillDashboards, reviewerNotes } from '../../scripts/store/dashboards';
import { languages, listingProblems, parseListing, readListing } from '../../scripts/store/listing';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const messagesOf = (language: string): string[] =>
  Object.values(JSON.parse(read(`public/_locales/${language}/messages.json`))).map(
    (each) => (each as { message: string }).message,
  );

describe.each(languages)('the listing in %s', (language) => {
  const listing = readListing(language);

  test('is taken by the stores', () => {
    expect(listingProblems(listing)).toEqual([]);
  });

  test('has the pictures of the other language', () => {
    expect([...listing.pictures.keys()]).toEqual([...readListing('en').pictures.keys()]);
  });

  test('does not promise more causes than there are', () => {
    const [promised] = /\d+(?= (?:causes|причин))/.exec(listing.description) ?? [];
    expect(rules.length).toBeGreaterThan(Number(promised));
  });

  test('calls views as the panel does', () => {
    const named = [...listing.description.matchAll(/^• ([^:]+):/gm)].map(([, name]) => name);
    expect(named).toHaveLength(6);
    for (const name of named) expect(messagesOf(language)).toContain(name);
  });
});

test('buttons that the notes and the reasons quote are there', () => {
  const english = messagesOf('en');
  const quoted = [
    ...`${read('store/reviewers.md').split('---')[1]}${fillDashboards('<!-- permissions: chrome -->')}`.matchAll(
      /“([^”]+)”/g,
    ),
  ];
  const ours = quoted
    .map(([, text = '']) => text)
    .filter((text) => !/^(?:AKPush|»|python3 .*|initSubscription)$/.test(text));
  expect(ours.length).toBeGreaterThan(3);
  for (const text of ours) expect(english).toContain(text);
});

test('the answers and notes fit the forms', () => {
  const answers = fillDashboards(read('store/dashboards.md'));
  expect(answers).toContain('#### debugger');
  expect(answers).toContain('Firefox 140.0 and newer');
  expect(answerProblems(answers, read('store/reviewers.md'))).toEqual([]);
  expect(reviewerNotes(read('store/reviewers.md'))).toMatch(/^AKPush Inspector is/);
});

test('what does not fit is told', () => {
  const messages = JSON.stringify({ extensionDescription: { message: 'x'.repeat(133) } });
  const text = '# Name\n\nA\n\n# Description\n\n**b** https://x.example\n\n# Pictures\n\n- a: b\n';
  expect(listingProblems(parseListing(text, messages))).toEqual([
    'summary is missing',
    'short has 133 characters, at most 132',
    'description has Markdown',
    'a text has an address',
  ]);
  expect(answerProblems('## Chrome Web Store\n<!-- x -->', 'without a line')).toEqual([
    'the single purpose has 0 characters, 1 to 1000 are taken',
    'a place in the answers was not filled',
    'the notes for reviewers have 0 characters, 1 to 3000 are taken',
  ]);
});
