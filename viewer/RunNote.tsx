import type { ViewedRun } from '../lib/formats/viewed-run';
import { message } from '../lib/i18n/message';
import { runFacts } from './run-facts';

/** What the command line has said of a page beside its diagnosis. */
export function RunNote({ run }: { run: ViewedRun }) {
  const { url, problem, known } = run;
  return (
    <section class="viewer-run" data-run={problem === null ? 'checked' : 'problem'}>
      <p>
        <b class="viewer-url">{url}</b> <span class="none">{runFacts(run)}</span>
      </p>
      {problem !== null && <p class="error-text">{message('viewerNotChecked', problem)}</p>}
      {known.length > 0 && (
        <p class="none" data-known={known.join(' ')}>
          {message('viewerKnown', known.join(', '))}
        </p>
      )}
    </section>
  );
}
