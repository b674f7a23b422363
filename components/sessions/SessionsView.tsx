import { message } from '../../lib/i18n/message';
import type { Session } from '../../lib/session';

export interface SessionsViewProps {
  session: Session;
}

/** Sessions that were kept: this browser's, and files. */
export function SessionsView(_: SessionsViewProps) {
  return (
    <main class="sessions" data-view="sessions">
      <h1 class="visually-hidden">{message('viewSessions')}</h1>
    </main>
  );
}
