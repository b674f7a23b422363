import { terminalLine } from './reports/terminal-line';

/** Something that was thrown, as a block of lines for the terminal; what a page or a script says in it is no command there. */
export const terminalStack = (thrown: unknown): string => {
  const told = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return told.split(/\r?\n/).map(terminalLine).join('\n');
};
