import { answerLabels } from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { isAtLevel } from '../exit-code';
import type {
  CheckReport,
  FailLevel,
  FoundFinding,
  PageDiagnosis,
  PageResult,
} from '../page-result';

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

const proofOf = ({ sentence, evidence, advice }: FoundFinding): string =>
  [
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
  const { sentence, level, isKnown } = finding;
  if (level === 'off') return [element('skipped', { message: `Muted: ${sentence}` })];
  if (isKnown) return [element('skipped', { message: `Known: ${sentence}` })];
  return isAtLevel(finding, failOn)
    ? [element('failure', { message: sentence, type: level }, [escaped(proofOf(finding))])]
    : [element('system-out', {}, [escaped(`${level}: ${proofOf(finding)}`)])];
};

const suiteOf = (
  { url, browser, scenario, problem, diagnosis, duration, startedAt }: PageResult,
  failOn: FailLevel,
): string => {
  const time = (duration / 1000).toFixed(3);
  const name = `${url} (${browser.name}, ${scenario})`;
  // What was seen of a page that could not be checked is no proof of anything.
  const checks = problem === null ? (diagnosis?.checks ?? []) : [];
  const could =
    problem === null ? [] : [element('error', { message: problem, type: 'not-checked' })];
  const outcomes = checks.map((each) => outcomeOf(each, diagnosis?.findings ?? [], failOn));
  const cases = [
    element('testcase', { name: 'The page can be checked', classname: 'page', time }, could),
    ...checks.map(({ id, part, title }, index) =>
      element(
        'testcase',
        { name: `${title} (${id})`, classname: part, time: 0 },
        outcomes[index] ?? [],
      ),
    ),
  ];
  const count = (tag: string): number =>
    [could, ...outcomes].filter(([first]) => first?.startsWith(`<${tag} `)).length;
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
    cases,
  );
};

/** The report that every CI reads. */
export const toJunit = ({ pages, failOn }: CheckReport): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'testsuites',
    { name: 'AKPush Inspector' },
    pages.map((page) => suiteOf(page, failOn)),
  )}\n`;
