import type { NeedId } from '../diagnosis/needs';
import type { Session } from '../model/session';
import type { CallEntry } from '../outcome/call-context';
import type { Outcomes } from '../outcome/outcomes';

/** What a site did, and with what it is judged. */
export interface Site {
  session: Session;
  outcomes: Outcomes;
  /** The calls that are due to the site, in their order. */
  calls: readonly CallEntry[];
  /** Methods whose calls are expected themselves. */
  named: ReadonlySet<string>;
  /** Whether nothing more will come: what is not there then fails. */
  isOver: boolean;
  /** Whether entries were lost, or are not taken in: what is not there may have been. */
  hasGaps: boolean;
  /** Whether nothing is under way, so that what a call has not brought it will not bring. */
  isQuiet: boolean;
  /** What cannot be seen, whatever the site does. */
  unseen: readonly NeedId[];
}
