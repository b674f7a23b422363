import { type MessageKey, message } from '../i18n/message';
import { formatDuration } from '../timeline/format-duration';
import { type Checkup, type CheckupStepId, type StepStatus, verdictOf } from './checkup-step';

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

/** Text inside a Markdown table's cell. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|<>`*_[\]]/g, '\\$&');

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
    const proof = evidence.map((key) => `#${key.split(':').at(-1)}`).join(' ');
    return `| ${[
      cell(message(name)),
      cell(message(expected)),
      message(statusTexts[status]),
      cell(clean(text)),
      took === undefined ? '' : formatDuration(took),
      proof,
    ].join(' | ')} |`;
  });
  return [
    `## ${message('checkupReportTitle')}: ${message(verdict === 'failed' ? 'verdictFailed' : verdict ? 'verdictPassed' : 'checkupRunning')}`,
    '',
    `- ${cell(clean(url))}`,
    `- ${new Date(begun).toISOString()}`,
    `- AKPush Inspector ${version}`,
    '',
    `| ${['checkupColumnStep', 'checkupColumnExpected', 'columnStatus', 'checkupColumnFound', 'columnDuration', 'evidence'].map((key) => message(key as MessageKey)).join(' | ')} |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};
