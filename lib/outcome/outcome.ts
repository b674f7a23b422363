import type { Phrase } from '../model/phrase';
import type { SessionEntry } from '../model/session';

/** What became of a call. The value of a call row's `data-outcome`; each is explained in docs/outcomes.md. */
export const outcomeIds = [
  'running',
  'created',
  'saved',
  'updated',
  'suspended',
  'unsubscribed',
  'removed',
  'partly-removed',
  'not-found',
  'remove-failed',
  'token-unchanged',
  'init-pending',
  'waiting-for-load',
  'page-left',
  'granted-before',
  'permission-denied',
  'permission-dismissed',
  'permission-no-gesture',
  'worker-missing',
  'worker-failed',
  'subscribe-failed',
  'request-failed',
  'token-null',
  'no-token',
  'unsupported',
  'sdk-failed',
  'unknown',
] as const;
export type OutcomeId = (typeof outcomeIds)[number];

/** What became of a push that was sent from the panel or seen in the worker. The value of a push row's `data-outcome`. */
export const pushOutcomeIds = [
  'running',
  'shown',
  'shown-twice',
  'replaced',
  'posted-to-page',
  'posted-nowhere',
  'handler-threw',
  'content-failed',
  'nothing-shown',
  'show-refused',
  'timed-out',
  'worker-stopped',
  'unwatched',
  'handled',
  'not-delivered',
  'push-refused',
  'clicked',
  'sent-to-page',
  'not-sent',
] as const;
export type PushOutcomeId = (typeof pushOutcomeIds)[number];

/** `ok`: what was asked for was done; `info`: nothing is wrong, nothing was done; `warning`: not what was asked for; `error`: it failed. */
export type Severity = 'ok' | 'info' | 'warning' | 'error';

/** Something that proves an outcome: an entry of the session, or a fact of a reading of the state. */
export type Evidence =
  | { type: 'entry'; key: string }
  | { type: 'fact'; label: Phrase; text: Phrase };

/** What really happened to a call, whatever the SDK returned. */
export interface Outcome {
  id: OutcomeId | PushOutcomeId;
  severity: Severity;
  /** One line for people. */
  sentence: Phrase;
  /** What proves it; empty when nothing was seen. */
  evidence: readonly Evidence[];
  /** What to do next; absent when nothing is to be done. */
  next?: Phrase;
  /** True: concluded from what did not happen, as nothing that was read proves it. */
  isGuess?: true;
}

/** Entries as evidence. */
export const byEntries = (...entries: readonly (SessionEntry | undefined)[]): Evidence[] =>
  entries.flatMap((entry): Evidence[] => (entry ? [{ type: 'entry', key: entry.key }] : []));
