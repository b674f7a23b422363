import type { CheckReport } from '../page-result';
import { terminalLine } from './terminal-line';

/** What the terminal says of a known finding that is gone. */
export const goneLine = ({ url, browser, scenario, id }: CheckReport['gone'][number]): string =>
  terminalLine(`Known, and gone: [${id}] ${url} (${browser}, ${scenario})`);
