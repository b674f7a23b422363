import { type MessageKey, message } from '../i18n/message';
import { cellCode } from '../markdown/cell-code';
import { codeSpan } from '../markdown/code-span';
import { plainText } from '../markdown/plain-text';
import { tableRow } from '../markdown/table-row';
import { type Checkup, type CheckupStepId, type StepStatus, verdictOf } from '../model/checkup';
import { formatDuration } from '../text/format-duration';
import { inWords } from '../text/in-words';

/** What a step is called, and what is expected of it. */
export const stepTexts: Readonly<
  Record<CheckupStepId, { name: MessageKey; expected: MessageKey }>
> = {
  sdk: { name: 'stepSdk', expected: 'expectSdk' },
  script: { name: 'stepScript', expected: 'expectScript' },
  permission: { name: 'stepPermission', expected: 'expectPermission' },
  clear: { name: 'stepClear', expected: 'expectClear' },
  init: { name: 'stepInit', expected: 'expectInit' },
  event: { name: 'stepEvent', expected: 'expectEvent' },
  worker: { name: 'stepWorker', expected: 'expectWorker' },
  token: { name: 'stepToken', expected: 'expectToken' },
  update: { name: 'stepUpdate', expected: 'expectUpdate' },
  suspend: { name: 'stepSuspend', expected: 'expectSuspend' },
  remove: { name: 'stepRemove', expected: 'expectRemove' },
  again: { name: 'stepAgain', expected: 'expectAgain' },
  push: { name: 'stepPush', expected: 'expectTestPush' },
  restore: { name: 'stepRestore', expected: 'expectRestore' },
};

/** A step's status for people. */
export const statusTexts: Readonly<Record<StepStatus, MessageKey>> = {
  waiting: 'checkupWaiting',
  running: 'checkupRunning',
  passed: 'checkupPassed',
  note: 'checkupNote',
  failed: 'checkupFailed',
  skipped: 'checkupSkipped',
};

/** A sentence in a table's cell. */
const cell = (text: string): string => plainText(text, cellCode);

const columns = [
  'checkupColumnStep',
  'checkupColumnExpected',
  'columnStatus',
  'checkupColumnFound',
  'columnDuration',
  'evidence',
] as const satisfies readonly MessageKey[];

/** A checkup as Markdown, ready for an issue tracker. Evidence is named by the entries' numbers. `clean` takes secrets out of a text. */
export const checkupReport = (
  checkup: Checkup,
  version: string,
  clean: (text: string) => string = (text) => text,
): string => {
  const { url, begun, steps } = checkup;
  const verdict = verdictOf(checkup);
  const rows = steps.map(({ id, status, text, took, evidence }) => {
    const { name, expected } = stepTexts[id];
    const proof = evidence.map((key) => cellCode(`#${key.split(':').at(-1)}`)).join(' ');
    return tableRow([
      cell(message(name)),
      cell(message(expected)),
      message(statusTexts[status]),
      cell(clean(inWords(text))),
      took === undefined ? '' : formatDuration(took),
      proof,
    ]);
  });
  return [
    `## ${message('checkupReportTitle')}: ${message(verdict === 'failed' ? 'verdictFailed' : verdict ? 'verdictPassed' : 'checkupRunning')}`,
    '',
    `- ${codeSpan(clean(url))}`,
    `- ${new Date(begun).toISOString()}`,
    `- AKPush Inspector ${codeSpan(version)}`,
    '',
    tableRow(columns.map((key) => message(key))),
    tableRow(columns.map(() => '---')),
    ...rows,
    '',
  ].join('\n');
};
