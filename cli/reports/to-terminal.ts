import { answers } from '../../lib/diagnosis/check';
import {
  answerLabels,
  nodeLabels,
  nodeSigns,
  severityLabels,
} from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import type { FoundFinding, PageDiagnosis, PageResult } from '../page-result';
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
    ...consequences.map((each) => `    ↳ ${each.sentence} [${each.id}]`),
  ];
};

const diagnosisLines = ({ verdict, chain, findings, checks }: PageDiagnosis): string[] => [
  `  ${verdict.sentence} ${verdict.reason} [${verdict.id}]`,
  ...(verdict.next ? [`  ${message('verdictNextLabel')} ${verdict.next}`] : []),
  `  ${chain.map(({ node, state }) => `${nodeSigns[state]} ${message(nodeLabels[node])}`).join(' → ')}`,
  ...findings.flatMap(findingLines),
  `  ${answers
    .map((answer) => [answer, checks.filter((each) => each.answer === answer).length] as const)
    .filter(([, count]) => count > 0)
    .map(([answer, count]) => `${message(answerLabels[answer])}: ${count}`)
    .join(', ')}`,
];

/** A page's result for people. What a page says is one line of characters that are seen: nothing of it acts on the terminal. */
export const toTerminal = ({ url, browser, scenario, duration, ...page }: PageResult): string => {
  const seconds = `${(duration / 1000).toFixed(1)} s`;
  const lines = [
    `${url} (${browser.name}, ${scenario}, ${seconds})`,
    ...(page.problem === null ? [] : [`  Could not be checked: ${page.problem}`]),
    ...(page.diagnosis === null ? [] : diagnosisLines(page.diagnosis)),
  ];
  return `${lines.map(terminalLine).join('\n')}\n`;
};
