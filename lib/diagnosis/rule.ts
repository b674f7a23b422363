import type { MessageKey } from '../model/message-key';
import type { ConditionId } from './conditions';
import type { DiagnosisInput } from './diagnosis-input';
import type { Diagnosis, FindingPart, FindingSeverity, NodeId } from './finding';
import type { NeedId } from './needs';

/** One cause, and how it is recognised. Pure: the same input gives the same answer. */
export interface Rule {
  /** The file's name, `what-is-wrong`. */
  id: string;
  part: FindingPart;
  /** The link of the chain that it breaks, where that is not the one with the part's name. */
  node?: NodeId;
  severity: FindingSeverity;
  /** What it looks for, in a few words: for the list of what was checked and for docs/diagnosis.md. */
  title: MessageKey;
  /** The same where it is not so, as a sentence that is good to read: "Notifications are not blocked". */
  passed?: MessageKey;
  /** What must have been seen before "it is not so" may be said; by default what its part needs (`defaultNeeds`). */
  needs?: readonly NeedId[];
  /** Where it can be so at all; by default everywhere. */
  applies?: readonly ConditionId[];
  /** Documentation of Altcraft or of the platform, https. */
  link: string;
  /**
   * Rules of which this one follows: where one of them has found something, this is folded into it. `error`: any that has found an error;
   * `earlier-error`: any that has found one about an earlier link of the chain.
   */
  unless?: readonly string[] | 'error';
  /** `null`: it is not so, or nothing proves it. */
  find(input: DiagnosisInput): Diagnosis | null;
}
