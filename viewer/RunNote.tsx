import type { ViewedRun } from '../lib/formats/viewed-run';
import { message } from '../lib/i18n/message';
import { inWords } from '../lib/text/in-words';
import { CheckupSteps } from './CheckupSteps';
import { runFacts } from './run-facts';

/** What the command line has said of a page beside its diagnosis. */
export function RunNote({ run }: { run: ViewedRun }) {
  const { url, problem, checkup, known } = run;
  return (
    <section class="viewer-run" data-run={problem === null ? 'checked' : 'problem'}>
      <p>
        <b class="viewer-url">{url}</b> <span class="none">{runFacts(run)}</span>
      </p>
      {run.pushService === 'double' && (
        <p class="none" data-push-service="double">
          {message('viewerDouble')}
        </p>
      )}
      {run.frame && <p class="none">{message('viewerFrame', run.frame)}</p>}
      {run.unwatched && (
        <p class="none" data-unwatched={run.unwatched.length}>
          {message('viewerUnwatched', run.unwatched.join(', '))}
        </p>
      )}
      {problem !== null && (
        <p class="error-text">{message('viewerNotChecked', inWords(problem))}</p>
      )}
      {checkup.length > 0 && <CheckupSteps steps={checkup} />}
      {run.contract?.checked.map(
        ({ id, status, title, note }) =>
          status === 'failed' && (
            <p key={id} class="error-text" data-expectation={id}>
              {inWords(title)}: {inWords(note)}
            </p>
          ),
      )}
      {known.length > 0 && (
        <p class="none" data-known={known.join(' ')}>
          {message('viewerKnown', known.join(', '))}
        </p>
      )}
    </section>
  );
}
