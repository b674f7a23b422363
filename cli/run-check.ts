import type { CheckOptions } from './check-options';
import { checkPage } from './check-page';
import { checkPages } from './check-pages';
import { exitCodeOf } from './exit-code';
import { findBrowser, pathVariables } from './find-browser';
import { goneOf } from './gone-of';
import { markKnown } from './mark-known';
import { readPageScripts } from './page-scripts';
import { goneLine } from './reports/gone-line';
import { terminalLine } from './reports/terminal-line';
import { toAnnotations } from './reports/to-annotations';
import { toTerminal } from './reports/to-terminal';
import { sessionFileOf } from './session-file-of';
import { setLevels } from './set-levels';
import { startBrowser } from './start-browser';
import type { StartedBrowser } from './started-browser';
import { writeReports } from './write-reports';

/** Ends what runs, or is being started, when a signal comes, and the command with it. */
const endOnSignal = (running: ReadonlySet<Promise<StartedBrowser>>): void => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(signal, () => {
      const ended = [...running].map(async (each) => (await each).close());
      void Promise.allSettled(ended).finally(() => process.exit(code));
    });
};

/** Checks all pages, says what was found, and writes the reports; gives the exit code. */
export const runCheck = async (
  options: CheckOptions,
  { folder, version }: { folder: string; version: string },
): Promise<number> => {
  const { urls, browser: name, atOnce, failOn, baseline, browserArgs, browserPrefs } = options;
  const running = new Set<Promise<StartedBrowser>>();
  endOnSignal(running);
  const executable = findBrowser(name);
  const start = async (): Promise<StartedBrowser> => {
    if (executable === undefined)
      throw new Error(`${name} was not found: install it, or set ${pathVariables[name]}.`);
    const starting = startBrowser({ name, executable, args: browserArgs, prefs: browserPrefs });
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
  const pages = await checkPages(
    urls,
    atOnce,
    async (url, index) => {
      const tools = { start, scripts, version, sessionFile: fileOf(url, index) };
      const result = setLevels(await checkPage(url, options, tools), url, options);
      return markKnown(result, baseline);
    },
    (result) => process.stdout.write(`${toTerminal(result)}\n`),
  );
  const gone = goneOf(pages, baseline);
  for (const each of gone) process.stdout.write(`${goneLine(each)}\n`);
  const exitCode = exitCodeOf(pages, failOn);
  const report = {
    format: 'akpush-inspector-check' as const,
    version: 1 as const,
    inspector: version,
    failOn,
    exitCode,
    gone,
    pages,
  };
  if (options.annotations)
    for (const line of toAnnotations(report)) process.stdout.write(`${line}\n`);
  const unwritten = writeReports(report, options);
  for (const line of unwritten) process.stderr.write(`${terminalLine(line)}\n`);
  return unwritten.length > 0 && exitCode === 0 ? 3 : exitCode;
};
