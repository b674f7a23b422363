import { browserText } from '../../lib/browser';
import { exportSession } from '../../lib/formats/export-session';
import { message } from '../../lib/i18n/message';
import type { Session } from '../../lib/model/session';

/** The bug report of a session, without its secrets; or why there is none, in words for the user. */
export const reportOf = (
  session: Session,
  extension: string,
): { text: string } | { problem: string } => {
  const about = { extension, browser: browserText() };
  try {
    return { text: exportSession(session, { format: 'report', withSecrets: false, about }).text };
  } catch (error) {
    return { problem: message('reportFailed', (error as Error).message) };
  }
};
