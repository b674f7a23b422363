import { useMemo } from 'preact/hooks';
import { VerdictLine } from '../components/ui/VerdictLine';
import { diagnoseSession } from '../lib/diagnosis/diagnose-session';
import { engineOf } from '../lib/diagnosis/engine';
import type { ViewedPage } from '../lib/formats/viewed-run';
import { message } from '../lib/i18n/message';
import { plural } from '../lib/i18n/plural';
import { readOutcomes } from '../lib/outcome/outcomes';
import { inWords } from '../lib/text/in-words';
import { runFacts } from './run-facts';
import type { ReadSession } from './use-sessions';

interface PageRowProps {
  page: ViewedPage;
  opened: ReadSession;
  onOpen(): void;
}

const counts = [
  ['error', 'findingErrors'],
  ['warning', 'findingWarnings'],
] as const;

/** A page with its verdict, which is also said before its session is read. */
export function PageRow({ page: { run }, opened, onOpen }: PageRowProps) {
  const diagnosis = useMemo(
    () =>
      opened
        ? diagnoseSession(
            opened.session,
            readOutcomes(opened.session),
            engineOf(opened.file.browser),
            run?.unseen,
          )
        : undefined,
    [opened, run],
  );
  const shown = (diagnosis?.findings ?? []).filter(({ id }) => !run?.muted.includes(id));
  const told = counts.flatMap(([severity, key]) => {
    const count = shown.filter((each) => each.severity === severity).length;
    return count > 0 ? [plural(key, count)] : [];
  });
  const name = run?.url ?? opened?.file.name ?? '';
  return (
    <li class="session-row viewer-page" data-page={name} data-page-verdict={run?.verdict}>
      <p>
        {opened ? (
          <button type="button" class="link viewer-url" data-action="open-page" onClick={onOpen}>
            {name}
          </button>
        ) : (
          <b class="viewer-url">{name}</b>
        )}{' '}
        {run && <span class="none">{runFacts(run)}</span>}
      </p>
      {run && run.problem !== null && (
        <p class="error-text" data-problem="not-checked">
          {message('viewerNotChecked', inWords(run.problem))}
        </p>
      )}
      {diagnosis && <VerdictLine verdict={diagnosis.verdict} />}
      {told.length > 0 && <p class="none">{told.join(', ')}</p>}
      {opened === null && <p class="none">{message('viewerNoSession')}</p>}
    </li>
  );
}
