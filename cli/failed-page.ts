import { emptySession } from '../lib/model/session';
import { textRedactor } from '../lib/redaction/redact';
import type { CheckOptions } from './check-options';
import type { PageResult } from './page-result';
import { withoutCredentials } from './without-credentials';

/** The result of a page that the command itself has failed at: it could not be checked. */
export const failedPage = (
  url: string,
  { browser: name, scenario, permission, pushService }: CheckOptions,
  error: unknown,
): PageResult => {
  const clean = textRedactor(emptySession);
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    url: clean(withoutCredentials(url)),
    browser: { name, userAgent: '' },
    scenario,
    permission,
    pushService,
    startedAt: new Date().toISOString(),
    duration: 0,
    problem: clean(said.slice(0, 500)),
    diagnosis: null,
    expectations: null,
    checkup: null,
    push: null,
    session: null,
  };
};
