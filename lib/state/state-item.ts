import type { FactState } from '../facts/fact-state';
import type { MessageKey } from '../model/message-key';
import type { Phrase } from '../model/phrase';

/** A line of the State view: one thing that is known of the inspected page's origin. */
export interface StateItem {
  /** `<topic>.<name>`. The value of `data-fact`. */
  id: string;
  label: MessageKey;
  /** The question that it answers, within its section. */
  group?: MessageKey;
  state: FactState;
  /** Its value; empty when there is none. */
  text: Phrase;
  /** Whether it is shown masked at first. */
  isSecret?: boolean;
  /** What it means, or why it is as it is. */
  note?: Phrase;
}
