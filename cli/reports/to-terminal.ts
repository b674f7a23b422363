import { answers } from '../../lib/diagnosis/check';
import { statusTexts } from '../../lib/formats/checkup-report';
import { answerLabels, nodeLabels, severityLabels } from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { markOf } from '../../lib/text/sign';
import type {
  CheckupResult,
  FoundExpectation,
  FoundFinding,
  PageDiagnosis,
  PageResult,
  PushResult,
} from '../page-result';
import { doubleNote } from './double-note';
import { expectationCounts, statusWords } from './expectation-counts';
import { frameNotes } from './frame-notes';
import { levelNote } from './level-note';
import { terminalLine } from './terminal-line';

const findingLines = (finding: FoundFinding): string[] => {
  const { id, severity, isGuess, title, sentence, evidence, advice, consequences } = finding;
  const guess = isGuess ? ` (${message('findingGuess')})` : '';
  return [
    `  ${message(severityLabels[severity])}: ${title} [${id}]${guess}${levelNote(finding)}`,
    `    ${sentence}`,
    ...evidence.map(({ label, text }) => `    · ${label}${text ? `: ${text}` : ''}`),
    ...advice.map(({ text }) => `    → ${text}`),
    ...consequences.map((each) => `    ↳ ${each.title} [${each.id}]`),
  ];
};

const diagnosisLines = ({ verdict, chain, findings, checks }: PageDiagnosis): string[] => [
  `  ${[verdict.sentence, verdict.reason].filter(Boolean).join(' ')} [${verdict.id}]`,
  ...(verdict.next ? [`  ${message('verdictNextLabel')} ${verdict.next}`] : []),
  `  ${chain.map(({ node, sign }) => `${markOf(sign)} ${message(nodeLabels[node])}`).join(' → ')}`,
  ...findings.flatMap(findingLines),
  `  ${answers
    .map((answer) => [answer, checks.filter((each) => each.answer === answer).length] as const)
    .filter(([, count]) => count > 0)
    .map(([answer, count]) => `${message(answerLabels[answer])}: ${count}`)
    .join(', ')}`,
];

const expectationLines = (all: readonly FoundExpectation[]): string[] => [
  `  Expectations: ${expectationCounts(all) || 'none'}`,
  ...all
    .filter(({ status }) => status === 'failed')
    .flatMap(({ id, status, title, note, evidence }) => [
      `  Expectation ${statusWords[status]}: ${title} [${id}]`,
      `    ${note}`,
      ...evidence.map(({ label, text }) => `    · ${label}${text ? `: ${text}` : ''}`),
    ]),
];

const checkupLines = ({ verdict, steps }: CheckupResult): string[] => [
  `  ${message('checkupReportTitle')}: ${message(verdict === 'failed' ? 'verdictFailed' : 'verdictPassed')}`,
  ...steps.map(
    ({ id, title, status, text }) =>
      `    ${message(statusTexts[status])}: ${title} [${id}]${text ? `: ${text}` : ''}`,
  ),
];

const pushLines = ({ outcome, sentence, shown }: PushResult): string[] => [
  `  Push: ${sentence} [${outcome}]`,
  ...shown.map(({ title, body }) => `    · ${title}${body && `: ${body}`}`),
];

/** A page's result for people. What a page says is one line of characters that are seen: nothing of it acts on the terminal. */
export const toTerminal = ({ url, browser, scenario, duration, ...page }: PageResult): string => {
  const seconds = `${(duration / 1000).toFixed(1)} s`;
  const lines = [
    `${url} (${browser.name}, ${scenario}, ${seconds})`,
    ...(page.pushService === 'double' ? [`  ${doubleNote()}`] : []),
    ...frameNotes(page).map((note) => `  ${note}`),
    ...(page.problem === null ? [] : [`  Could not be checked: ${page.problem}`]),
    ...(page.checkup === null ? [] : checkupLines(page.checkup)),
    ...(page.push === null ? [] : pushLines(page.push)),
    ...(page.diagnosis === null ? [] : diagnosisLines(page.diagnosis)),
    ...(page.expectations === null ? [] : expectationLines(page.expectations)),
  ];
  return `${lines.map(terminalLine).join('\n')}\n`;
};
