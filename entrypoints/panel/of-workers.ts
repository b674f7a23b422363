import { inFrame } from '../../lib/model/in-frame';
import type { Session } from '../../lib/model/session';
import { workersFrame } from '../../lib/model/workers-frame';

/** What is known of the frame that the workers of the page's origin belong to, whichever is looked at. */
export const ofWorkers = (session: Session): Session => inFrame(session, workersFrame(session));
