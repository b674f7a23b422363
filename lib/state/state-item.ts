import type { MessageKey } from '../i18n/message';

/**
 * What is to be thought of a fact: `ok`: as it should be; `missing`: not there; `differs`: does not fit another; `failed`: broken, refused, or
 * could not be read; `unknown`: nothing is known that it could be held against. The value of `data-state`.
 */
export type FactState = 'ok' | 'missing' | 'differs' | 'failed' | 'unknown';

/** One thing that is known of the inspected page's origin. */
export interface StateItem {
  /** `<topic>.<name>`. The value of `data-fact`. */
  id: string;
  label: MessageKey;
  state: FactState;
  /** Its value; empty when there is none. */
  text: string;
  /** Whether it is shown masked at first. */
  isSecret?: boolean;
  /** What it means, or why it is as it is. */
  note?: string;
}
