import type { MessageKey } from '../model/message-key';
import type { DiagnosisInput } from './diagnosis-input';

/** Something that has to have been seen before a rule may say that all is well. */
export interface Need {
  /** What it is, in a few words: "the worker's script". */
  name: MessageKey;
  /** What would show it. */
  shows: MessageKey;
  isSeen(input: DiagnosisInput): boolean;
  /** Whether it can never be seen in this page or browser. */
  isHidden?(input: DiagnosisInput): boolean;
}
