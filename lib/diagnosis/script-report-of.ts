import { workerContainerIdOf } from '../akpush/container-id';
import { readWorkerUrl } from '../akpush/worker-url';
import { sdkRegisters } from '../facts/sdk-registers';
import { type ImportReport, isScriptMime, type ScriptReport } from '../model/script-report';
import { webOrigin } from '../model/web-origin';
import type { DiagnosisInput } from './diagnosis-input';

const pathOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).origin + new URL(url).pathname : url;

/**
 * What the server answered for the script of the SDK's worker, when it was asked; without the query, which changes by itself. The session's reports
 * are of all sites and frames that the tab has shown: no worker's script is of another origin than its page.
 */
export const scriptReportOf = (input: DiagnosisInput): ScriptReport | undefined => {
  const { session, known, page } = input;
  const asked = sdkRegisters(input.of('worker', 'register'), known?.sdk).at(-1)?.detail.script;
  const path = known?.sdk.config?.swPath;
  const { active, waiting, installing } = known?.own ?? {};
  const there = [active, waiting, installing].map((worker) => worker?.scriptURL);
  const scripts = [...there, asked, path].filter(
    (url): url is string => typeof url === 'string' && URL.canParse(url, page.url),
  );
  const paths = scripts.map((url) => pathOf(new URL(url, page.url).href));
  const reports = session.reports.filter(({ url }) => webOrigin(url) === webOrigin(page.url));
  return reports.findLast(({ url }) => {
    const { isOwn, isPlain } = readWorkerUrl(url);
    // Where no worker and no instance tells its place it is known by its name.
    return paths.length > 0 ? paths.includes(pathOf(url)) : isOwn || isPlain;
  });
};

/** The same, where it is a script that a browser would take. */
export const goodReportOf = (input: DiagnosisInput): ScriptReport | undefined => {
  const report = scriptReportOf(input);
  const isGood =
    report && report.httpStatus < 300 && !report.redirectedTo && isScriptMime(report.mime);
  return isGood ? report : undefined;
};

/** Whether an import is Altcraft's worker by its address, and came. */
const isSdkImport = ({ url, answer }: ImportReport): boolean =>
  workerContainerIdOf(url) !== null && 'ok' in answer && answer.ok < 400;

/** Whether a script is Altcraft's worker, or imports it. */
export const isSdkScript = ({ marks, imports }: ScriptReport): boolean =>
  marks?.isSdk === true || imports.some(isSdkImport);

/** Whether a script or what it imports listens to pushes, by their texts; `undefined` where a part of it was not read. */
export const handlesPush = (report: ScriptReport): boolean | undefined => {
  const { imports, hasPushHandler, hasUnseenImports } = report;
  if (hasPushHandler || imports.some((each) => each.hasPushHandler) || isSdkScript(report))
    return true;
  const isUnread = imports.some((each) => each.hasPushHandler === undefined);
  return isUnread || hasUnseenImports ? undefined : false;
};
