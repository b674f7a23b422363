import { factsOf } from '../facts/facts-of';
import { message } from '../i18n/message';
import { cellCode } from '../markdown/cell-code';
import { codeSpan } from '../markdown/code-span';
import { plainText } from '../markdown/plain-text';
import { tableRow } from '../markdown/table-row';
import type { Session, SessionEntry } from '../model/session';
import type { Outcomes } from '../outcome/outcomes';
import type { About } from '../schema/about';
import { stripItems } from '../state/strip-items';
import { inWords } from '../text/in-words';
import { maskSecret } from '../text/mask-secret';
import { statusLabel } from '../text/status-label';
import { summarize } from '../text/summary';
import {
  checksMarkdown,
  findingMarkdown,
  nodeLabels,
  nodeSigns,
  verdictMarkdown,
} from './finding-markdown';
import type { Told } from './told';

/** The most steps that are listed: the file has all. */
const maxSteps = 200;

/** What somebody or the page did, in order: what it caused is told by its outcome. */
const isStep = ({ kind }: SessionEntry): boolean =>
  kind === 'call' ||
  kind === 'action' ||
  kind === 'error' ||
  kind === 'push' ||
  kind === 'permission';

const clock = (time: number): string => new Date(time).toISOString().slice(11, 23);

const stepsOf = (session: Session, outcomes: Outcomes): string[] => {
  const lines: string[] = [];
  let page = 0;
  for (const entry of session.entries) {
    const remark = session.remarks[entry.key];
    if (!isStep(entry) && !remark) continue;
    if (entry.page !== page) {
      page = entry.page;
      lines.push(`${clock(entry.time)} ${message('reportPage')} ${codeSpan(entry.url)}`);
    }
    const outcome = outcomes.of(entry);
    const became = outcome ? plainText(inWords(outcome.sentence)) : plainText(statusLabel(entry));
    const note = remark?.note ? ` — **${message('reportNote')}:** ${plainText(remark.note)}` : '';
    lines.push(
      `${clock(entry.time)} ${entry.kind} ${codeSpan(entry.name)} ${codeSpan(summarize(entry).slice(0, 160))}: ${became}${note}`,
    );
  }
  return lines;
};

const stateTable = (session: Session): string[] => {
  const known = factsOf(session);
  if (!known) return [message('reportNoState')];
  return [
    tableRow([message('reportPart'), message('reportState'), '']),
    tableRow(['---', '---', '---']),
    ...stripItems(known).map(({ label, state, text, isSecret, note }) =>
      tableRow([
        message(label),
        state,
        `${cellCode(isSecret ? maskSecret(inWords(text)) : inWords(text))} ${plainText(inWords(note ?? ''), cellCode)}`,
      ]),
    ),
  ];
};

/** A bug report in Markdown: environment, findings, state, steps. To be pasted into an issue tracker. */
export const toReport = (
  session: Session,
  { outcomes, diagnosis }: Told,
  { extension, browser }: About,
): string => {
  const page = session.pages.at(-1);
  const steps = stepsOf(session, outcomes);
  return [
    `# ${message('diagnosisOf', page ? codeSpan(page.url) : '')}`,
    '',
    `## ${message('reportEnvironment')}`,
    '',
    `- AKPush Inspector ${extension}`,
    `- ${codeSpan(browser)}`,
    ...session.pages.map(
      ({ url, timeOrigin }) => `- ${codeSpan(url)}, ${new Date(timeOrigin).toISOString()}`,
    ),
    '',
    `## ${message('viewDiagnosis')}`,
    '',
    ...(diagnosis
      ? [
          ...verdictMarkdown(diagnosis.verdict),
          '',
          diagnosis.chain.nodes
            .map(({ id, state }) => `${nodeSigns[state]} ${message(nodeLabels[id])}`)
            .join(' → '),
          '',
          ...diagnosis.findings.flatMap((finding) => [
            findingMarkdown(finding, session.entries),
            '',
          ]),
          ...checksMarkdown(diagnosis.checks),
          '',
        ]
      : []),
    `## ${message('viewState')}`,
    '',
    ...stateTable(session),
    '',
    `## ${message('reportSteps')}`,
    '',
    ...steps.slice(-maxSteps).map((line, index) => `${index + 1}. ${line}`),
    ...(steps.length > maxSteps ? ['', message('reportStepsCut', steps.length - maxSteps)] : []),
    '',
  ].join('\n');
};
