import { answers } from '../../lib/diagnosis/check';
import {
  answerLabels,
  nodeLabels,
  nodeSigns,
  severityLabels,
} from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { cellCode } from '../../lib/markdown/cell-code';
import { codeSpan } from '../../lib/markdown/code-span';
import { plainText } from '../../lib/markdown/plain-text';
import { tableRow } from '../../lib/markdown/table-row';
import type { CheckReport, FoundFinding, PageDiagnosis, PageResult } from '../page-result';
import { ruleLevels } from '../rule-level';
import { levelNote } from './level-note';

const findingLines = (finding: FoundFinding): string[] => {
  const { id, severity, isGuess, sentence, evidence, advice, consequences, link } = finding;
  return [
    '',
    `### ${message(severityLabels[severity])}: ${plainText(sentence)} (${codeSpan(id)})${levelNote(finding)}`,
    '',
    ...(isGuess ? [`_${message('findingGuess')}_`, ''] : []),
    ...evidence.map(
      ({ label, text }) => `- ${plainText(label)}${text ? `: ${codeSpan(text)}` : ''}`,
    ),
    ...advice.map(({ text }) => `- → ${plainText(text)}`),
    ...consequences.map((each) => `- ↳ ${plainText(each.sentence)} (${codeSpan(each.id)})`),
    '',
    `<${link}>`,
  ];
};

const diagnosisLines = ({ verdict, chain, findings, checks }: PageDiagnosis): string[] => [
  '',
  `**${plainText(verdict.sentence)}** ${plainText(verdict.reason)} (${codeSpan(verdict.id)})`,
  ...(verdict.next ? ['', `${message('verdictNextLabel')} ${plainText(verdict.next)}`] : []),
  '',
  chain.map(({ node, state }) => `${nodeSigns[state]} ${message(nodeLabels[node])}`).join(' → '),
  ...findings.flatMap(findingLines),
  '',
  ...answers.flatMap((answer) => {
    const of = checks.filter((each) => each.answer === answer);
    const ids = of.map(({ id }) => codeSpan(id)).join(', ');
    return of.length > 0 ? [`- ${message(answerLabels[answer])} (${of.length}): ${ids}`] : [];
  }),
];

const pageLines = ({ url, browser, scenario, problem, diagnosis }: PageResult): string[] => [
  '',
  `## ${codeSpan(url)}`,
  '',
  `${browser.name}, ${scenario}, ${codeSpan(browser.userAgent || '?')}`,
  ...(problem === null ? [] : ['', `**Could not be checked:** ${plainText(problem)}`]),
  ...(diagnosis === null ? [] : diagnosisLines(diagnosis)),
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
