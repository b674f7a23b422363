import { diagnosisView } from './diagnosis/view';
import { stateView } from './state/view';
import { timelineView } from './timeline/view';

/** The views of a session that need no page, in the order of their tabs. */
export const fileViews = [diagnosisView, timelineView, stateView] as const;
