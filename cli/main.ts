import { readFileSync } from 'node:fs';
import path from 'node:path';
import { provideMessages } from '../lib/i18n/message';
import { loadBefore } from './before';
import { CouldNotCheck } from './could-not-check';
import { helpText } from './help-text';
import { readOptions } from './read-options';
import { terminalLine } from './reports/terminal-line';
import { runCheck } from './run-check';
import { runExpect } from './run-expect';
import { runServe } from './serve/run-serve';
import { terminalStack } from './terminal-stack';
import { UsageError } from './usage-error';
import { withSitemap } from './with-sitemap';

/** The folder with the built command, and what it needs. */
const folder = import.meta.dirname;
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

const main = async ([command, ...rest]: readonly string[]): Promise<number> => {
  const { version } = JSON.parse(read('version.json')) as { version: string };
  const asked = [command, ...rest];
  if (asked.includes('--version')) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (asked.includes('--help') || asked.includes('-h')) {
    process.stdout.write(helpText);
    return 0;
  }
  if (!['check', 'expect', 'serve'].includes(command ?? ''))
    throw new UsageError(`Unknown: ${command ?? 'nothing to do'}`);
  provideMessages(JSON.parse(read('messages.json')));
  if (command === 'expect') return runExpect(rest);
  if (command === 'serve') return await runServe(rest, { folder, version });
  const options = await withSitemap(readOptions(rest));
  // What is wrong with it is said before anything is checked.
  if (options.before !== undefined) await loadBefore(options.before);
  return await runCheck(options, { folder, version });
};

// Nobody reads it any more, as when the program that has started this one was killed: what was begun is brought to its end all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// A failure of the command itself says nothing of a page: it is never 1. What has browsers ends them first.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${terminalStack(error)}\n`);
  if (process.listenerCount('uncaughtException') === 1) process.exit(3);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError;
  const isTold = isUsage || error instanceof CouldNotCheck;
  process.stderr.write(`${isTold ? terminalLine(error.message) : terminalStack(error)}\n`);
  if (isUsage) process.stderr.write('akpush-inspector --help says what there is.\n');
  process.exitCode = isUsage ? 2 : 3;
}
// A connection that somebody took and never answered would keep the process.
setTimeout(() => process.exit(), 10_000).unref();
