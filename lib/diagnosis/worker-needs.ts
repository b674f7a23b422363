import { isScriptMime } from '../model/script-report';
import { failedRenewal, lastRegister } from './ask-browser';
import type { Need } from './need';
import { isPushHandled } from './push-handled';
import type { Scene } from './scene';
import { goodReportOf, handlesPush, scriptReportOf } from './script-report-of';
import { agrees, known } from './seen-by';

const isScriptThere = (scene: Scene): boolean => {
  const report = scriptReportOf(scene);
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
    isSeen: (scene) =>
      lastRegister(scene)?.status !== 'failed' && failedRenewal(scene) === undefined,
  },
  'script-answer': {
    name: 'needScriptAnswer',
    shows: 'showScript',
    isSeen: (scene) => scriptReportOf(scene) !== undefined,
  },
  'script-there': { name: 'needScriptThere', shows: 'showScript', isSeen: isScriptThere },
  'script-text': {
    name: 'needScriptText',
    shows: 'showScript',
    isSeen: (scene) => isScriptThere(scene) && isScriptMime(scriptReportOf(scene)?.mime ?? ''),
  },
  'push-handler': {
    name: 'needPushHandler',
    shows: 'showPushHandler',
    isSeen: (scene) =>
      isPushHandled(scene) || [goodReportOf(scene)].some((report) => report && handlesPush(report)),
  },
} as const satisfies Record<string, Need>;
