import { answerLabels } from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { isAtLevel } from '../exit-code';
import type {
  CheckReport,
  CheckupResult,
  FailLevel,
  FoundExpectation,
  FoundFinding,
  PageDiagnosis,
  PageResult,
} from '../page-result';
import { doubleNote } from './double-note';
import { frameNotes } from './frame-notes';

/** What no XML document may have, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const escaped = (text: string): string =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"\n\r\t]/g, (each) => entities[each] ?? '');

const attributes = (given: Readonly<Record<string, string | number>>): string =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

const element = (
  name: string,
  given: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string =>
  content.length > 0
    ? `<${name}${attributes(given)}>${content.join('\n')}</${name}>`
    : `<${name}${attributes(given)}/>`;

const proofOf = ({ title, sentence, evidence, advice }: FoundFinding): string =>
  [
    title,
    sentence,
    ...evidence.map(({ label, text }) => `${label}${text && `: ${text}`}`),
    ...advice.map(({ text }) => `→ ${text}`),
  ].join('\n');

/** Each rule is a test: of what was not looked at, none says that it passed. */
const outcomeOf = (
  { id, answer, about }: PageDiagnosis['checks'][number],
  findings: readonly FoundFinding[],
  failOn: FailLevel,
): string[] => {
  if (answer === 'failed') return [element('error', { message: about, type: 'rule' })];
  if (answer === 'passed') return [];
  if (answer !== 'found')
    return [element('skipped', { message: `${message(answerLabels[answer])}: ${about}` })];
  const finding = findings.find((each) => each.id === id);
  if (!finding) {
    const cause = findings.find((each) => each.consequences.some((one) => one.id === id));
    return [element('skipped', { message: `Follows from ${cause?.id ?? 'another finding'}` })];
  }
  const { title, level, isKnown } = finding;
  if (level === 'off') return [element('skipped', { message: `Muted: ${title}` })];
  if (isKnown) return [element('skipped', { message: `Known: ${title}` })];
  return isAtLevel(finding, failOn)
    ? [element('failure', { message: title, type: level }, [escaped(proofOf(finding))])]
    : [element('system-out', {}, [escaped(`${level}: ${proofOf(finding)}`)])];
};

/** Each expectation is a test: of what was not seen, none says that it passed. */
const expectationOutcome = (
  { status, title, note, evidence }: FoundExpectation,
  failOn: FailLevel,
): string[] => {
  if (status === 'met') return [];
  if (status === 'unseen') return [element('skipped', { message: note })];
  const said = `${title}: ${note}`;
  const proof = [said, ...evidence.map(({ label, text }) => `${label}${text && `: ${text}`}`)];
  return failOn === 'never'
    ? [element('system-out', {}, [escaped(proof.join('\n'))])]
    : [element('failure', { message: said, type: 'expectation' }, [escaped(proof.join('\n'))])];
};

/** A step of the checkup is a test too. */
const stepOutcome = (
  { status, text }: CheckupResult['steps'][number],
  failOn: FailLevel,
): string[] => {
  if (status === 'skipped') return [element('skipped', { message: text })];
  if (status === 'failed' && failOn !== 'never')
    return [element('failure', { message: text, type: 'error' })];
  return status === 'passed' ? [] : [element('system-out', {}, [escaped(`${status}: ${text}`)])];
};

const suiteOf = (
  {
    url,
    browser,
    scenario,
    pushService,
    problem,
    diagnosis,
    expectations,
    checkup,
    duration,
    startedAt,
    ...frames
  }: PageResult,
  failOn: FailLevel,
): string => {
  const time = (duration / 1000).toFixed(3);
  const name = `${url} (${browser.name}, ${scenario})`;
  // What was seen of a page that could not be checked is no proof of anything.
  const checks = problem === null ? (diagnosis?.checks ?? []) : [];
  const could =
    problem === null ? [] : [element('error', { message: problem, type: 'not-checked' })];
  const outcomes = checks.map((each) => outcomeOf(each, diagnosis?.findings ?? [], failOn));
  const expected = (problem === null && expectations) || [];
  const ends = expected.map((each) => expectationOutcome(each, failOn));
  const steps = problem === null ? (checkup?.steps ?? []) : [];
  const stepOutcomes = steps.map((each) => stepOutcome(each, failOn));
  const cases = [
    element('testcase', { name: 'The page can be checked', classname: 'page', time }, could),
    ...steps.map(({ id, title, took }, index) =>
      element(
        'testcase',
        { name: `${title} (${id})`, classname: 'checkup', time: (took / 1000).toFixed(3) },
        stepOutcomes[index] ?? [],
      ),
    ),
    ...checks.map(({ id, part, title }, index) =>
      element(
        'testcase',
        { name: `${title} (${id})`, classname: part, time: 0 },
        outcomes[index] ?? [],
      ),
    ),
    ...expected.map(({ id, title }, index) =>
      element(
        'testcase',
        { name: `${title} (${id})`, classname: 'expectation', time: 0 },
        ends[index] ?? [],
      ),
    ),
  ];
  const count = (tag: string): number =>
    [could, ...stepOutcomes, ...outcomes, ...ends].filter(([first]) =>
      first?.startsWith(`<${tag} `),
    ).length;
  const properties = [
    ...(pushService === 'double'
      ? [element('property', { name: 'pushService', value: doubleNote() })]
      : []),
    ...frameNotes(frames).map((value) => element('property', { name: 'frames', value })),
  ];
  return element(
    'testsuite',
    {
      name,
      tests: cases.length,
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
      time,
      timestamp: startedAt.slice(0, 19),
    },
    [...(properties.length > 0 ? [element('properties', {}, properties)] : []), ...cases],
  );
};

/** The report that every CI reads. */
export const toJunit = ({ pages, failOn }: CheckReport): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'testsuites',
    { name: 'AKPush Inspector' },
    pages.map((page) => suiteOf(page, failOn)),
  )}\n`;
