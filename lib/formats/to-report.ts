import { factsOf } from '../facts/facts-of';
import { message } from '../i18n/message';
import { cellCode } from '../markdown/cell-code';
import { codeSpan } from '../markdown/code-span';
import { plainText } from '../markdown/plain-text';
import { tableRow } from '../markdown/table-row';
import { currentDocument } from '../model/current-document';
import { inFrame } from '../model/in-frame';
import type { Seen } from '../model/seen';
import type { Session, SessionEntry } from '../model/session';
import type { Outcomes } from '../outcome/outcomes';
import type { About } from '../schema/about';
import { stripItems } from '../state/strip-items';
import { browserName, environmentText } from '../text/browser-name';
import { frameName, frameNames } from '../text/frame-name';
import { inWords } from '../text/in-words';
import { kindLabel } from '../text/kind-label';
import { maskSecret } from '../text/mask-secret';
import { seenStepText } from '../text/seen-steps';
import { signOf, signOfFact } from '../text/sign';
import { statusLabel } from '../text/status-label';
import { summarize } from '../text/summary';
import {
  checksMarkdown,
  findingMarkdown,
  nodeLabels,
  severityLabels,
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

/** UTC, and said so: a report travels. */
const clock = (time: number): string => new Date(time).toISOString().slice(11);

/** Whether the tester saw a push that was shown, and what was tried where not. */
const seenOf = (seen: Seen | undefined, browser: string): string => {
  if (!seen) return '';
  if (seen.isSeen) return ` — **${message('reportSeen')}.**`;
  const steps = seen.tried.map((id) => inWords(seenStepText(id, browser))).join(' ');
  const tried = steps === '' ? '' : `; ${plainText(message('reportTried', steps))}`;
  return ` — **${message('reportNotSeen')}**${tried}`;
};

/** What was done, in order, a line each. */
export const stepsOf = (session: Session, outcomes: Outcomes, browser: string): string[] => {
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
    const summary = summarize(entry).slice(0, 160);
    const became = outcome ? plainText(inWords(outcome.sentence)) : plainText(statusLabel(entry));
    const note = remark?.note ? ` — **${message('reportNote')}:** ${plainText(remark.note)}` : '';
    lines.push(
      `${clock(entry.time)} ${kindLabel(entry.kind)} ${codeSpan(entry.name)}${summary && ` ${codeSpan(summary)}`}: ${became}${note}${seenOf(remark?.seen, browser)}`,
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
        signOf(signOfFact(state)).name,
        `${cellCode(isSecret ? maskSecret(inWords(text)) : inWords(text))} ${plainText(inWords(note ?? ''), cellCode)}`,
      ]),
    ),
  ];
};

/** What the person who reads it sees first: the verdict, and the explanation of the finding that it is made from. */
export const happened = ({ diagnosis }: Told): string[] => {
  if (!diagnosis) return [message('reportNoState')];
  const { verdict, findings } = diagnosis;
  const worst = findings.find(({ id }) => id === verdict.finding) ?? findings[0];
  return [...verdictMarkdown(verdict), ...(worst ? ['', plainText(inWords(worst.sentence))] : [])];
};

/** How far a push gets, and what is found, in one line each. */
const actual = ({ diagnosis }: Told): string[] =>
  diagnosis
    ? [
        diagnosis.chain.nodes
          .map(({ id, sign }) => `${signOf(sign).mark} ${message(nodeLabels[id])}`)
          .join(' → '),
        ...(diagnosis.findings.length > 0 ? [''] : []),
        ...diagnosis.findings.map(
          ({ severity, title }) =>
            `- ${message(severityLabels[severity])}: ${plainText(inWords(title))}`,
        ),
      ]
    : [message('reportNoState')];

/** What the report is called: the finding that the verdict is made from. */
export const titleOf = ({ diagnosis }: Told, url: string): string => {
  const { verdict, findings } = diagnosis ?? {};
  const worst = findings?.find(({ id }) => id === verdict?.finding) ?? findings?.[0];
  return worst
    ? message('reportTitle', plainText(inWords(worst.title)))
    : message('diagnosisOf', url && codeSpan(url));
};

/** The document that is told of: what the report calls it, and which frame that is where it is not the page itself. */
export const toldPage = (session: Session, { frame }: Told) => {
  const page = currentDocument(session, frame);
  const name =
    frame && page
      ? (frameNames(session).get(frame) ?? frameName(page, currentDocument(session)))
      : undefined;
  return {
    url: page?.url ?? '',
    lines: name ? [`- ${message('pageFrame')}: ${codeSpan(name)}`] : [],
  };
};

/** A bug report in Markdown, to be pasted into an issue tracker: what happened, how to see it again, and all that proves it. */
export const toReport = (session: Session, told: Told, { extension, browser }: About): string => {
  const { outcomes, diagnosis } = told;
  const page = toldPage(session, told);
  const steps = stepsOf(session, outcomes, browser);
  const section = (title: string, lines: readonly string[]): string[] => [
    '',
    `## ${title}`,
    '',
    ...lines,
  ];
  const name = browserName(browser);
  return [
    `# ${titleOf(told, page.url)}`,
    ...section(message('reportHappened'), happened(told)),
    ...section(message('reportExpected'), [message('reportExpectedText')]),
    ...section(message('reportActual'), actual(told)),
    ...section(message('reportSteps'), [
      ...steps.slice(-maxSteps).map((line, index) => `${index + 1}. ${line}`),
      ...(steps.length > maxSteps ? ['', message('reportStepsCut', steps.length - maxSteps)] : []),
    ]),
    ...section(message('reportEnvironment'), [
      `- ${plainText(environmentText(extension, browser))}`,
      ...(name === browser ? [] : [`- ${codeSpan(browser)}`]),
      ...page.lines,
      ...session.pages.map(
        ({ url, timeOrigin }) => `- ${codeSpan(url)}, ${new Date(timeOrigin).toISOString()}`,
      ),
    ]),
    ...section(message('viewState'), stateTable(inFrame(session, told.frame))),
    ...section(
      message('reportEvidence'),
      diagnosis
        ? [
            ...diagnosis.findings.flatMap((finding) => [
              findingMarkdown(finding, session.entries),
              '',
            ]),
            ...checksMarkdown(diagnosis.checks),
          ]
        : [message('reportNoState')],
    ),
    ...section(message('reportOpen'), [message('reportOpenText')]),
    '',
  ].join('\n');
};
