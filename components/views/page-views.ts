import { callsView } from './calls/view';
import { contractView } from './contract/view';
import { fileViews } from './file-views';
import { pushView } from './push/view';
import { sessionsView } from './sessions/view';

/** The views of a page, in the order of their tabs. */
export const pageViews = [...fileViews, callsView, pushView, contractView, sessionsView] as const;
