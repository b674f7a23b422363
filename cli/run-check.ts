import type { CheckOptions } from './check-options';
import { checkPage, type RecordedSession } from './check-page';
import { checkPages } from './check-pages';
import { exitCodeOf } from './exit-code';
import { findBrowser, pathVariables } from './find-browser';
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
import { startBrowser } from './start-browser';
import type { StartedBrowser } from './started-browser';
import { writeReports } from './write-reports';

const never = new Promise<never>(() => {});

/** Ends what runs, or is being started, when a signal comes, and the command with it. Gives whether one has come: nothing more is to begin then. */
const endOnSignal = (running: ReadonlySet<Promise<StartedBrowser>>): (() => boolean) => {
  let isEnding = false;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.on(signal, () => {
      // A second one does not leave profiles behind.
      if (isEnding) return;
      isEnding = true;
      const ended = [...running].map(async (each) => (await each).close());
      void Promise.allSettled(ended).finally(() => process.exit(code));
    });
  return () => isEnding;
};

/** Checks all pages, says what was found, and writes the reports; gives the exit code. */
export const runCheck = async (
  options: CheckOptions,
  { folder, version }: { folder: string; version: string },
): Promise<number> => {
  const { urls, browser: name, atOnce, failOn, baseline, browserArgs, browserPrefs } = options;
  const running = new Set<Promise<StartedBrowser>>();
  outliveBrowsers();
  const isEnding = endOnSignal(running);
  const executable = findBrowser(name);
  const start = async (): Promise<StartedBrowser> => {
    if (isEnding()) return never;
    if (executable === undefined)
      throw new Error(`${name} was not found: install it, or set ${pathVariables[name]}.`);
    const starting = startBrowser({
      name,
      executable,
      args: browserArgs,
      prefs: browserPrefs,
      timeout: options.timeout,
    });
    running.add(starting);
    const forget = () => running.delete(starting);
    const started = await starting.catch((error) => {
      forget();
      throw error;
    });
    return { ...started, close: () => started.close().finally(forget) };
  };
  const scripts = readPageScripts(name, folder);
  const fileOf = sessionFileOf(options);
  const unwritten: string[] = [];
  const sessions = new Map<number, RecordedSession>();
  const complain = (line: string): void => {
    unwritten.push(line);
  };
  const pages = await checkPages(
    urls,
    atOnce,
    (url, index) =>
      checkPage(url, options, {
        start,
        scripts,
        version,
        sessionFile: fileOf(url, index),
        ...(options.html !== undefined && {
          onSession: (recorded: RecordedSession) => sessions.set(index, recorded),
        }),
        complain,
      }),
    (result) => void (isEnding() || process.stdout.write(`${toTerminal(result)}\n`)),
  );
  // The signal ends the process.
  if (isEnding()) return never;
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
  const html = options.html && (await toHtml(pages, sessions, readViewer(folder)));
  const exitCode = writeReports(report, options, unwritten, html);
  for (const line of unwritten) process.stderr.write(`${terminalLine(line)}\n`);
  return exitCode;
};
