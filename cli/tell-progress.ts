import { emptySession } from '../lib/model/session';
import { textRedactor } from '../lib/redaction/redact';
import type { PageResult } from './page-result';
import { withoutCredentials } from './without-credentials';

/** Who looks at a run is told of its pages. */
export interface Progress {
  begun(url: string, index: number): void;
  ended(result: PageResult): void;
}

/** Lines for who waits: which page has begun, and how many have ended. Addresses are without secrets. */
export const tellProgress = (pages: number, tell: (line: string) => void): Progress => {
  const clean = textRedactor(emptySession);
  let ended = 0;
  return {
    begun: (url, index) =>
      tell(`Page ${index + 1} of ${pages} has begun: ${clean(withoutCredentials(url))}`),
    ended({ url, problem, duration }) {
      ended += 1;
      const how = problem === null ? 'was checked' : 'could not be checked';
      tell(`${ended} of ${pages} ended: ${url} ${how} (${(duration / 1000).toFixed(1)} s)`);
    },
  };
};
