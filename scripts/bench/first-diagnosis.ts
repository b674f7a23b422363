import { parentPort, workerData } from 'node:worker_threads';
import { diagnoseSession } from '../../lib/diagnosis/diagnose-session';
import { provideMessages } from '../../lib/i18n/message';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { makeReadSession } from './make-read-session';

/*
 * Runs in a thread of its own: none of its code has run before, as in a panel that was opened just now. Says how long the first diagnosis
 * takes, milliseconds.
 */

/** What the thread is told. */
export interface FirstDiagnosis {
  /** How many entries the session has. */
  entries: number;
  messages: Parameters<typeof provideMessages>[0];
}

const { entries, messages }: FirstDiagnosis = workerData;
provideMessages(messages);
const session = makeReadSession(entries);
const begin = performance.now();
const made = diagnoseSession(session, readOutcomes(session), 'chromium');
const took = performance.now() - begin;
if (!made) throw new Error('The session was not diagnosed');
parentPort?.postMessage(took);
