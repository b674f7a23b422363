import type { NeedId } from '../diagnosis/needs';
import type { VerdictId } from '../diagnosis/verdict';

/** What the command line says of a page that it has checked, without secrets. */
export interface ViewedRun {
  url: string;
  browser: string;
  scenario: string;
  permission: string;
  /** ISO 8601. */
  startedAt: string;
  /** Milliseconds. */
  duration: number;
  /** Why the page could not be checked; `null`: it was. */
  problem: string | null;
  /** `null`: nothing was seen. */
  verdict: VerdictId | null;
  /** Rules whose findings count for nothing. */
  muted: readonly string[];
  /** Rules whose findings are known. */
  known: readonly string[];
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
