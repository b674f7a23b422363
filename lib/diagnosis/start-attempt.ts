import type { ScriptState } from '../model/page-state';
import type { ScriptReport } from '../model/script-report';
import type { EntryWith } from '../model/session';
import type { DiagnosisInput } from './diagnosis-input';
import { type PolicyRefusal, policyRefusal } from './policy-refusal';

/** A script that should have brought the SDK, and all that is known of what came of it. */
export interface Attempt {
  tag: ScriptState;
  report: ScriptReport | undefined;
  /** What the page's policy refused of it, and errors in it. */
  refusal: PolicyRefusal | undefined;
  error: EntryWith<'error'> | undefined;
  /** The HTTP status, of the page's own request where the browser tells it. */
  status: number;
  isOfOtherOrigin: boolean;
  /** Whether a worker of the page's site has the page under its control. */
  isControlled: boolean;
}

/** All that is known of what came of a script. */
export const attemptOf = (input: DiagnosisInput, tag: ScriptState): Attempt => {
  const { session, page, known, of } = input;
  const report = session.reports.findLast(({ url }) => url === tag.url);
  const errors = of('error');
  return {
    tag,
    report,
    refusal: policyRefusal(input, tag.url),
    error: errors.find(
      ({ detail }) => detail.source === 'error' && tag.url !== '' && detail.script === tag.url,
    ),
    status: tag.loaded?.status || (report?.httpStatus ?? 0),
    isControlled:
      known !== undefined &&
      'ok' in known.state.workers &&
      known.state.workers.ok.controller !== null,
    isOfOtherOrigin: URL.canParse(tag.url) && new URL(tag.url).origin !== new URL(page.url).origin,
  };
};
