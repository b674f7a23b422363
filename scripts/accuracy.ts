import { type AnswerKind, answerKinds } from '../test/truth/judge-case';
import type { PendingCase } from '../test/truth/pending';
import type { CaseResult } from '../test/truth/run-case';
import { type Kind, kinds, type TruthCase } from '../test/truth/truth-case';
import type { BrowserName } from './find-browser';

const titles: Record<BrowserName, string> = { chromium: 'Chromium', firefox: 'Firefox' };

const head = `<!-- Written by npm run truth. Do not edit. -->

# Accuracy

What the diagnosis says of the cases in test/truth/cases, in real browsers: verdict, every finding, and nothing else. \`incomplete\`: a finding
is missing; \`wrong\`: another cause, or another verdict; \`missed\`: nothing was found; \`noise\`: a finding too many; \`false-clear\`: all is said
to work where something is wrong; \`false-alarm\`: something is said to be wrong where nothing is; \`failed\`: the case did not
come about.
`;

const rowOf = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const kindOf = (id: string, cases: readonly TruthCase[]): Kind | undefined =>
  cases.find((each) => each.id === id)?.kind;

/** A browser's results: a line a kind, and each answer that was not right. */
const sectionOf = (
  browser: BrowserName,
  results: readonly CaseResult[],
  cases: readonly TruthCase[],
): string => {
  const count = (those: readonly CaseResult[], answer: AnswerKind) =>
    those.filter((each) => each.answer === answer).length || '';
  const line = (name: string, those: readonly CaseResult[]) =>
    rowOf([name, those.length, ...answerKinds.map((answer) => count(those, answer))]);
  const ofKind = (Object.keys(kinds) as Kind[]).map((kind) => {
    const those = results.filter(({ id }) => kindOf(id, cases) === kind);
    return those.length > 0 ? [line(`${kind}: ${kinds[kind]}`, those)] : [];
  });
  const wrong = results
    .filter(({ answer }) => answer !== 'right')
    .map(
      ({ id, answer, moment, seen }) =>
        `- \`${id}\`, moment ${moment}: ${answer}; said \`${seen.verdict || 'nothing'}\` with ${seen.findings.map((each) => `\`${each}\``).join(', ') || 'no findings'}`,
    );
  return [
    `## ${titles[browser]}`,
    '',
    rowOf(['kind', 'cases', ...answerKinds]),
    rowOf(['---', ...answerKinds.map(() => '---'), '---']),
    ...ofKind.flat(),
    line('all', results),
    ...(wrong.length > 0 ? ['', ...wrong] : []),
    '',
  ].join('\n');
};

const pendingTable = (pending: readonly PendingCase[]): string =>
  [
    '## Not in the table yet',
    '',
    rowOf(['kind', 'site', 'why']),
    rowOf(['---', '---', '---']),
    ...pending.map(({ kind, site, why }) => rowOf([kind, site, why])),
    '',
  ].join('\n');

/** The results of a run as tables, in Markdown. */
export const accuracyOf = (
  results: ReadonlyMap<BrowserName, readonly CaseResult[]>,
  cases: readonly TruthCase[],
): string => [...results].map(([name, those]) => sectionOf(name, those, cases)).join('\n');

/** The document, with the sections of the browsers that have run made anew. */
export const withAccuracy = (
  before: string,
  results: ReadonlyMap<BrowserName, readonly CaseResult[]>,
  { cases, pending }: { cases: readonly TruthCase[]; pending: readonly PendingCase[] },
): string => {
  const sections = (['chromium', 'firefox'] as const).flatMap((name) => {
    const those = results.get(name);
    if (those) return [sectionOf(name, those, cases)];
    const [kept] = new RegExp(`^## ${titles[name]}\\n[\\s\\S]*?(?=\\n## )`, 'm').exec(before) ?? [];
    return kept === undefined ? [] : [`${kept.trimEnd()}\n`];
  });
  return [head, ...sections, pendingTable(pending)].join('\n');
};
