import type { FrameParts, Session, SessionState } from '../model/session';
import {
  changeSchema,
  memorySchema,
  momentSchema,
  pageSchema,
  readingSchema,
  remarkSchema,
  reportSchema,
} from '../schema/session-schema';
import { stateSchema } from '../schema/state-schema';
import { knownSecrets } from './known-secrets';
import { Pseudonyms } from './pseudonyms';
import { redactByShape } from './redact-by-shape';
import { redactEntry } from './redact-entry';
import { Redaction } from './redaction';
import { noSecrets } from './secret-matcher';

/** Takes the secrets of one session out of it, and out of what is said of it. */
export interface Redactor {
  /** The session, or a part of it, without what names a person, a browser or a resource. */
  session(session: Session): Session;
  /** A text that is not in the session, as its name or a finding of it, without its secrets. */
  text(text: string): string;
}

const mapped = <A, B>(record: Readonly<Record<string, A>>, change: (each: A) => B) =>
  Object.fromEntries(Object.entries(record).map(([key, each]) => [key, change(each)]));

/** Every field is named, so that one that is new is either cleaned here or not given away. */
const walk = (session: Session, redaction: Redaction): Session => {
  const by = redactByShape(redaction);
  const stateOf = ({ document, value, readAt, endpoints }: SessionState): SessionState => ({
    document,
    value: by(stateSchema, value),
    readAt,
    endpoints: endpoints.map((each) => redaction.secret('endpoint', each)),
  });
  const partsOf = ({ connection, isAnswered, state }: FrameParts): FrameParts => ({
    connection,
    isAnswered,
    state: state && stateOf(state),
    // Only the next reading would be compared with it.
    earlierState: null,
  });
  return {
    ...partsOf(session),
    frames: mapped(session.frames, partsOf),
    framesLeftOut: session.framesLeftOut,
    pages: session.pages.map((page) => by(pageSchema, page)),
    entries: session.entries.map((entry) => redactEntry(entry, by)),
    newest: session.newest,
    lost: session.lost,
    lostIn: session.lostIn,
    recording: session.recording,
    running: session.running?.map((script) => redaction.address(script, true)),
    readings: session.readings.map((reading) => by(readingSchema, reading)),
    changes: session.changes.map((change) => by(changeSchema, change)),
    reports: session.reports.map((report) => by(reportSchema, report)),
    memory: session.memory && by(memorySchema, session.memory),
    remarks: mapped(session.remarks, (remark) => by(remarkSchema, remark)),
    moments: session.moments.map((moment) => by(momentSchema, moment)),
  };
};

/** Learns a session's secrets; `more`: texts that are secret besides, wherever they are met. */
export const redactorOf = (session: Session, more: readonly string[] = []): Redactor => {
  const pseudonyms = new Pseudonyms();
  for (const each of more) pseudonyms.of('secret', each);
  const learning = new Redaction(pseudonyms, { inTexts: noSecrets, inNames: noSecrets });
  walk(session, learning);
  const secrets = knownSecrets(pseudonyms.secrets, learning.siteWords);
  const redaction = new Redaction(pseudonyms, secrets);
  return { session: (part) => walk(part, redaction), text: (text) => redaction.text(text) };
};

/**
 * A session without what names a person, a browser or a resource: tokens, endpoints, keys, cookies, emails, phones, the values of profiles, resource
 * tokens and the ids of containers. Each is replaced by a name (`email#1`), the same wherever it is met.
 */
export const redactSession = (session: Session): Session => redactorOf(session).session(session);

/** Takes the secrets of a session, and all that are known by their form, out of a text that is not in it, as its name or a finding of it. */
export const textRedactor = (session: Session): ((text: string) => string) =>
  redactorOf(session).text;
