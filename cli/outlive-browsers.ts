import { ProtocolError } from 'puppeteer-core';
import { terminalLine } from './reports/terminal-line';

const complain = (line: string): void => void process.stderr.write(`${terminalLine(line)}\n`);

/**
 * Keeps the command going when something fails that nobody waits for. A browser goes in the middle of something that the library asks it by itself: the page
 * that it was for is told that its browser has ended. A script of `--before` has forgotten an `await`, and what it began fails when it is over: a line
 * says so.
 */
export const outliveBrowsers = (tell = complain): void => {
  process.on('unhandledRejection', (reason) => {
    if (reason instanceof ProtocolError) return;
    const said = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
    tell(`Something that nobody has waited for has failed, and was left out: ${said}`);
  });
};
