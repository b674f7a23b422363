import { oneLine } from '../../lib/model/one-line';
import type { CheckReport } from '../page-result';

/** What the terminal says of a known finding that is gone. */
export const goneLine = ({ url, browser, scenario, id }: CheckReport['gone'][number]): string =>
  oneLine(`Known, and gone: [${id}] ${url} (${browser}, ${scenario})`);
