import type { CheckOptions } from './check-options';
import { checkPage, type RecordedSession, type SaidOfPage } from './check-page';
import { checkPages } from './check-pages';
import type { Driver } from './driver';
import { driversFor } from './drivers-for';
import { endOnSignal } from './end-on-signal';
import { exitCodeOf } from './exit-code';
import { failedPage } from './failed-page';
import { goneOf } from './gone-of';
import { outliveBrowsers } from './outlive-browsers';
import { readPageScripts } from './page-scripts';
import { readViewer } from './read-viewer';
import { goneLine } from './reports/gone-line';
import { terminalLine } from './reports/terminal-line';
import { toAnnotations } from './reports/to-annotations';
import { toHtml } from './reports/to-html';
import { toTerminal } from './reports/to-terminal';
import { sessionFileOf } from './session-file-of';
import { tellProgress } from './tell-progress';
import { writeReports } from './write-reports';

const never = new Promise<never>(() => {});

/** Checks all pages, says what was found, and writes the reports; gives the exit code. */
export const runCheck = async (
  options: CheckOptions,
  { folder, version }: { folder: string; version: string },
): Promise<number> => {
  const { urls, browser: name, atOnce, failOn, baseline } = options;
  const running = new Set<Promise<Driver>>();
  outliveBrowsers();
  const warn = (line: string): void => void process.stderr.write(`${terminalLine(line)}\n`);
  const drivers = driversFor(options, warn);
  // Those too that are being started.
  const isEnding = endOnSignal(() => {
    drivers.stop();
    const ended = [...running].map(async (each) => (await each).close());
    return Promise.allSettled(ended).then(drivers.close);
  });
  const open = async (): Promise<Driver> => {
    if (isEnding()) return never;
    const opening = drivers.open();
    running.add(opening);
    const forget = () => running.delete(opening);
    const driver = await opening.catch((error) => {
      forget();
      throw error;
    });
    return { ...driver, close: () => driver.close().finally(forget) };
  };
  const scripts = readPageScripts(name, folder, true);
  const fileOf = sessionFileOf(options);
  const unwritten: string[] = [];
  const sessions = new Map<number, RecordedSession>();
  const said = new Map<number, SaidOfPage>();
  const complain = (line: string): void => {
    unwritten.push(line);
  };
  const isWatched = options.progress || process.stderr.isTTY === true;
  const progress = tellProgress(urls.length, (line) => {
    if (isWatched && !isEnding()) warn(line);
  });
  const pages = await checkPages(
    urls,
    atOnce,
    (url, index) => {
      progress.begun(url, index);
      return checkPage(url, options, {
        open,
        scripts,
        version,
        sessionFile: fileOf(url, index),
        ...(options.html !== undefined && {
          onSession: (recorded: RecordedSession) => sessions.set(index, recorded),
          onSaid: (words: SaidOfPage) => said.set(index, words),
        }),
        complain,
      });
    },
    (url, error) => failedPage(url, options, error),
    (result) => {
      progress.ended(result);
      if (!isEnding()) process.stdout.write(`${toTerminal(result)}\n`);
    },
  );
  // The signal ends the process.
  if (isEnding()) return never;
  await drivers.close().catch((error: Error) => complain(error.message));
  const gone = goneOf(pages, baseline);
  for (const each of gone) process.stdout.write(`${goneLine(each)}\n`);
  const report = {
    format: 'akpush-inspector-check' as const,
    version: 1 as const,
    inspector: version,
    failOn,
    exitCode: exitCodeOf(pages, failOn),
    gone,
    pages,
  };
  if (options.annotations)
    for (const line of toAnnotations(report)) process.stdout.write(`${line}\n`);
  let html: string | undefined;
  try {
    html = options.html && (await toHtml(pages, { sessions, said }, readViewer(folder)));
  } catch (error) {
    unwritten.push(`--html ${options.html}: ${(error as Error).message}`);
  }
  const exitCode = writeReports(report, options, unwritten, html);
  for (const line of unwritten) warn(line);
  return exitCode;
};
