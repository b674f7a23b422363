import { message } from '../../lib/i18n/message';
import type { Outcomes } from '../../lib/outcome/outcomes';
import type { Session } from '../../lib/session';

export interface DiagnosisViewProps {
  session: Session;
  outcomes: Outcomes;
  onSelect(key: string): void;
}

/** What is wrong with the page's web push, how that is known, and what to do. */
export function DiagnosisView(_: DiagnosisViewProps) {
  return (
    <main class="diagnosis" data-view="diagnosis">
      <h1 class="visually-hidden">{message('viewDiagnosis')}</h1>
    </main>
  );
}
