import { readFileSync } from 'node:fs';
import path from 'node:path';
import { provideMessages } from '../lib/i18n/message';
import { CouldNotCheck } from './could-not-check';
import { helpText } from './help-text';
import { readOptions } from './read-options';
import { terminalLine } from './reports/terminal-line';
import { runCheck } from './run-check';
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
  if (command !== 'check') throw new UsageError(`Unknown: ${command ?? 'nothing to do'}`);
  provideMessages(JSON.parse(read('messages.json')));
  return await runCheck(await withSitemap(readOptions(rest)), { folder, version });
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError;
  const isTold = isUsage || error instanceof CouldNotCheck;
  process.stderr.write(
    `${terminalLine(isTold ? error.message : String((error as Error)?.stack))}\n`,
  );
  if (isUsage) process.stderr.write('akpush-inspector --help says what there is.\n');
  process.exitCode = isUsage ? 2 : 3;
}
// A connection that somebody took and never answered would keep the process.
setTimeout(() => process.exit(), 10_000).unref();
