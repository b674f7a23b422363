/** What an `InspectError` is about. */
export type InspectErrorCode =
  /** The page did not come to rest, or what was waited for did not come, in time. */
  | 'timeout'
  /** No document of a site is shown. */
  | 'no-page'
  /** AKPush is not in the page, or refused the call. */
  | 'call-failed'
  /** The page has no service worker that is AKPush's. */
  | 'no-worker'
  /** This browser, or the way to it, cannot do it. */
  | 'not-supported'
  /** The watching has ended. */
  | 'stopped';

/** Why something that a test asked for could not be done. */
export class InspectError extends Error {
  override name = 'InspectError';

  constructor(
    readonly code: InspectErrorCode,
    message: string,
  ) {
    super(message);
  }
}
