import { oneLine } from '../../lib/model/one-line';
import type {
  CheckReport,
  CheckupResult,
  FoundExpectation,
  FoundFinding,
  PageResult,
} from '../page-result';
import type { RuleLevel } from '../rule-level';
import { frameNotes } from './frame-notes';

const commands = { error: 'error', warning: 'warning', hint: 'notice' } as const satisfies Record<
  Exclude<RuleLevel, 'off'>,
  string
>;

/** GitHub's runner takes these back in the opposite order. */
const escapedData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string =>
  escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A command of GitHub's runner that puts a note on the run: each of the lines is one in the note too. */
const annotation = (
  command: (typeof commands)[keyof typeof commands],
  title: string,
  lines: readonly string[],
): string => {
  const text = lines.map(oneLine).join('\n');
  return `::${command} title=${escapedProperty(oneLine(title))}::${escapedData(text)}`;
};

const findingAnnotation = (
  { id, level, isKnown, title, sentence, evidence, advice }: FoundFinding,
  where: string,
): string[] => {
  if (level === 'off' || isKnown) return [];
  const lines = [
    sentence,
    where,
    ...evidence.map(({ label, text }) => `· ${label}${text && `: ${text}`}`),
    ...advice.map(({ text }) => `→ ${text}`),
  ];
  return [annotation(commands[level], `AKPush: ${title} (${id})`, lines)];
};

const expectationAnnotation = (
  { id, status, title, note, evidence }: FoundExpectation,
  where: string,
): string[] => {
  if (status !== 'failed') return [];
  const lines = [
    title,
    note,
    where,
    ...evidence.map(({ label, text }) => `· ${label}${text && `: ${text}`}`),
  ];
  return [annotation('error', `AKPush: expectation failed (${id})`, lines)];
};
const stepAnnotations = ({ steps }: CheckupResult, where: string): string[] =>
  steps
    .filter(({ status }) => status === 'failed')
    .map(({ id, title, text }) =>
      annotation('error', `AKPush: ${title} (checkup, ${id})`, [text, where]),
    );

const pageAnnotations = ({
  url,
  browser,
  scenario,
  problem,
  checkup,
  diagnosis,
  expectations,
  ...frames
}: PageResult): string[] => {
  const where = [`${url} (${browser.name}, ${scenario})`, ...frameNotes(frames)].join('\n');
  // What was seen of a page that could not be checked is no proof of anything.
  if (problem !== null)
    return [annotation('error', 'AKPush: could not be checked', [problem, where])];
  return [
    ...(checkup ? stepAnnotations(checkup, where) : []),
    ...(diagnosis?.findings ?? []).flatMap((each) => findingAnnotation(each, where)),
    ...(expectations ?? []).flatMap((each) => expectationAnnotation(each, where)),
  ];
};

/** Lines for GitHub Actions: what counts, by its level, and which pages could not be checked. */
export const toAnnotations = ({ pages }: Pick<CheckReport, 'pages'>): string[] =>
  pages.flatMap(pageAnnotations);
