import { isScriptMime } from '../model/script-report';
import { failedRenewal, lastRegister } from './ask-browser';
import type { DiagnosisInput } from './diagnosis-input';
import type { Need } from './need';
import { isPushHandled } from './push-handled';
import { goodReportOf, handlesPush, scriptReportOf } from './script-report-of';
import { agrees, known } from './seen-by';

const isScriptThere = (input: DiagnosisInput): boolean => {
  const report = scriptReportOf(input);
  return report !== undefined && report.httpStatus < 300 && !report.redirectedTo;
};

/** What a rule about the worker and its script can need. */
export const workerNeeds = {
  worker: {
    name: 'needWorker',
    shows: 'showWorker',
    isSeen: known(({ own }) => own?.active?.state === 'activated'),
  },
  'worker-steady': {
    name: 'needWorkerSteady',
    shows: 'showWorkerSteady',
    isSeen: known(({ own }) => Boolean(own?.active) && !own?.waiting && !own?.installing),
  },
  'worker-browser': {
    name: 'needWorkerBrowser',
    shows: 'showWorkerBrowser',
    isSeen: agrees('browser'),
  },
  registered: {
    name: 'needRegistered',
    shows: 'showRegistered',
    isSeen: (input) =>
      lastRegister(input)?.status !== 'failed' && failedRenewal(input) === undefined,
  },
  'script-answer': {
    name: 'needScriptAnswer',
    shows: 'showScript',
    isSeen: (input) => scriptReportOf(input) !== undefined,
  },
  'script-there': { name: 'needScriptThere', shows: 'showScript', isSeen: isScriptThere },
  'script-text': {
    name: 'needScriptText',
    shows: 'showScript',
    isSeen: (input) => isScriptThere(input) && isScriptMime(scriptReportOf(input)?.mime ?? ''),
  },
  'push-handler': {
    name: 'needPushHandler',
    shows: 'showPushHandler',
    isSeen: (input) =>
      isPushHandled(input) || [goodReportOf(input)].some((report) => report && handlesPush(report)),
  },
} as const satisfies Record<string, Need>;
