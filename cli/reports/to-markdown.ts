import { answers } from '../../lib/diagnosis/check';
import { statusTexts } from '../../lib/formats/checkup-report';
import { answerLabels, nodeLabels, severityLabels } from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { cellCode } from '../../lib/markdown/cell-code';
import { codeSpan } from '../../lib/markdown/code-span';
import { plainText } from '../../lib/markdown/plain-text';
import { tableRow } from '../../lib/markdown/table-row';
import { markOf } from '../../lib/text/sign';
import type {
  CheckReport,
  CheckupResult,
  FoundExpectation,
  FoundFinding,
  PageDiagnosis,
  PageResult,
  PushResult,
} from '../page-result';
import { ruleLevels } from '../rule-level';
import { doubleNote } from './double-note';
import { expectationCounts, statusWords } from './expectation-counts';
import { frameNotes } from './frame-notes';
import { levelNote } from './level-note';

const findingLines = (finding: FoundFinding): string[] => {
  const { id, severity, isGuess, title, sentence, evidence, advice, consequences, link } = finding;
  return [
    '',
    `### ${message(severityLabels[severity])}: ${plainText(title)} (${codeSpan(id)})${levelNote(finding)}`,
    '',
    ...(isGuess ? [`_${message('findingGuess')}_`, ''] : []),
    plainText(sentence),
    '',
    ...evidence.map(
      ({ label, text }) => `- ${plainText(label)}${text ? `: ${codeSpan(text)}` : ''}`,
    ),
    ...advice.map(({ text }) => `- → ${plainText(text)}`),
    ...consequences.map((each) => `- ↳ ${plainText(each.title)} (${codeSpan(each.id)})`),
    '',
    `<${link}>`,
  ];
};

const diagnosisLines = ({ verdict, chain, findings, checks }: PageDiagnosis): string[] => [
  '',
  [`**${plainText(verdict.sentence)}**`, plainText(verdict.reason), `(${codeSpan(verdict.id)})`]
    .filter(Boolean)
    .join(' '),
  ...(verdict.next ? ['', `${message('verdictNextLabel')} ${plainText(verdict.next)}`] : []),
  '',
  chain.map(({ node, sign }) => `${markOf(sign)} ${message(nodeLabels[node])}`).join(' → '),
  ...findings.flatMap(findingLines),
  '',
  ...answers.flatMap((answer) => {
    const of = checks.filter((each) => each.answer === answer);
    const ids = of.map(({ id }) => codeSpan(id)).join(', ');
    return of.length > 0 ? [`- ${message(answerLabels[answer])} (${of.length}): ${ids}`] : [];
  }),
];

const checkupLines = ({ verdict, steps }: CheckupResult): string[] => [
  '',
  `**${message('checkupReportTitle')}:** ${message(verdict === 'failed' ? 'verdictFailed' : 'verdictPassed')}`,
  '',
  ...steps.map(
    ({ id, title, status, text }) =>
      `- ${message(statusTexts[status])}: ${plainText(title)} (${codeSpan(id)})${text ? `: ${plainText(text)}` : ''}`,
  ),
];

const pushLines = ({ outcome, sentence, shown }: PushResult): string[] => [
  '',
  `**Push:** ${plainText(sentence)} (${codeSpan(outcome)})`,
  ...(shown.length > 0 ? [''] : []),
  ...shown.map(({ title, body }) => `- ${codeSpan(title || ' ')}${body && `: ${codeSpan(body)}`}`),
];

const pageLines = ({
  url,
  browser,
  scenario,
  pushService,
  problem,
  checkup,
  push,
  diagnosis,
  expectations,
  ...frames
}: PageResult): string[] => [
  '',
  `## ${codeSpan(url)}`,
  '',
  `${browser.name}, ${scenario}, ${codeSpan(browser.userAgent || '?')}`,
  ...(pushService === 'double' ? ['', doubleNote()] : []),
  ...frameNotes(frames).flatMap((note) => ['', plainText(note)]),
  ...(problem === null ? [] : ['', `**Could not be checked:** ${plainText(problem)}`]),
  ...(checkup === null ? [] : checkupLines(checkup)),
  ...(push === null ? [] : pushLines(push)),
  ...(diagnosis === null ? [] : diagnosisLines(diagnosis)),
  ...(expectations === null ? [] : expectationLines(expectations)),
];

const expectationLines = (all: readonly FoundExpectation[]): string[] => [
  '',
  `### Expectations: ${expectationCounts(all) || 'none'}`,
  '',
  ...all
    .filter(({ status }) => status !== 'met')
    .flatMap(({ id, status, title, note, evidence }) => [
      `- **${statusWords[status]}**: ${plainText(title)} (${codeSpan(id)}) ${plainText(note)}`,
      ...evidence.map(
        ({ label, text }) => `  - ${plainText(label)}${text ? `: ${codeSpan(text)}` : ''}`,
      ),
    ]),
];

const summaryOf = ({ url, problem, diagnosis }: PageResult): string => {
  const findings = (diagnosis?.findings ?? []).map(({ level, isKnown }) =>
    isKnown && level !== 'off' ? 'known' : level,
  );
  const count = (kind: string): string => String(findings.filter((each) => each === kind).length);
  const verdict = problem === null ? (diagnosis?.verdict.id ?? '') : 'not checked';
  return tableRow([cellCode(url), verdict, ...[...ruleLevels, 'known'].map(count)]);
};

const goneLines = (gone: CheckReport['gone']): string[] => [
  ...(gone.length > 0 ? ['', 'Known, and gone:', ''] : []),
  ...gone.map(
    ({ url, browser, scenario, id }) =>
      `- ${codeSpan(id)} ${codeSpan(url)} (${browser}, ${scenario})`,
  ),
];

/** The report for people, to be put where a build says what it did. */
export const toMarkdown = ({ pages, inspector, gone }: CheckReport): string =>
  [
    '# AKPush Inspector',
    '',
    tableRow(['Page', 'Verdict', 'Errors', 'Warnings', 'Hints', 'Muted', 'Known']),
    tableRow(['---', '---', '---', '---', '---', '---', '---']),
    ...pages.map(summaryOf),
    ...goneLines(gone),
    ...pages.flatMap(pageLines),
    '',
    `AKPush Inspector ${inspector}`,
    '',
  ].join('\n');
