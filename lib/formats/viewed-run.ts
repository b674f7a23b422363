import type { NeedId } from '../diagnosis/needs';
import type { VerdictId } from '../diagnosis/verdict';
import type { CheckedExpectation } from '../expectations/expectation';
import type { CheckupStep } from '../model/checkup';
import type { Phrase } from '../model/phrase';

/** What the command line says of a page that it has checked, without secrets. */
export interface ViewedRun {
  url: string;
  browser: string;
  scenario: string;
  permission: string;
  /** `double`: the command's own on loopback, not its vendor's. */
  pushService: string;
  /** ISO 8601. */
  startedAt: string;
  /** Milliseconds. */
  duration: number;
  /** Why the page could not be checked; `null`: it was. */
  problem: Phrase | null;
  /** The steps of its checkup; empty: there was none. */
  checkup: readonly Pick<CheckupStep, 'id' | 'status' | 'text'>[];
  /** `null`: nothing was seen. */
  verdict: VerdictId | null;
  /** Rules whose findings count for nothing. */
  muted: readonly string[];
  /** Rules whose findings are known. */
  known: readonly string[];
  /** What came of what the site must do; absent where nobody has said that. */
  contract?: { name: string; checked: readonly CheckedExpectation[] };
  /** The frame that was judged, where the page itself was not. */
  frame?: string;
  /** Addresses of frames that could not be watched, where there are any. */
  unwatched?: readonly string[];
  /** What could not be seen there. */
  unseen: readonly NeedId[];
}

/** A page in the list of a viewer page. */
export interface ViewedPage {
  /** The block that its session is in, where it has one. */
  id: string;
  /** Absent where no command has checked it. */
  run: ViewedRun | null;
  hasSession: boolean;
}
