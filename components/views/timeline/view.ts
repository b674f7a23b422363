import type { ViewDefinition } from '../../shell/view-definition';
import { Timeline } from './Timeline';

/** All that happened, in order. It is there at once: most links lead to it. */
export const timelineView: ViewDefinition = {
  id: 'timeline',
  label: 'viewTimeline',
  load: async () => Timeline,
  now: Timeline,
};
