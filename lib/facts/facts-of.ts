import { currentDocument } from '../model/current-document';
import type { Session, SessionEntry } from '../model/session';
import { entriesOfPage } from './page-entries';
import { deriveFacts, type PageFacts } from './page-facts';

type Readable = Pick<Session, 'pages' | 'entries' | 'state' | 'running'>;

/** Facts, and the session that they were made from. */
interface Made {
  from: Readable;
  facts: PageFacts;
}

// By the entries: they go when the session has others. The readings that a session keeps would hold theirs for long.
const made = new WeakMap<readonly SessionEntry[], Made>();

const isSame = (one: Readable, other: Readable): boolean =>
  one.state?.value === other.state?.value &&
  one.state?.endpoints === other.state?.endpoints &&
  one.running === other.running &&
  currentDocument(one) === currentDocument(other);

/**
 * The facts of the page that a session shows, made once for a reading and the entries that there are: whoever asks until then gets the same
 * object. `undefined` before the first reading.
 */
export const factsOf = (session: Readable): PageFacts | undefined => {
  const { pages, entries, state, running } = session;
  const page = currentDocument({ pages });
  if (!page || !state) return undefined;
  const held = made.get(entries);
  if (held && isSame(held.from, session)) return held.facts;
  const { value, endpoints } = state;
  const derived = deriveFacts(value, entriesOfPage(entries, page.number), page, endpoints);
  const facts: PageFacts = { ...derived, running };
  made.set(entries, { from: { pages, entries, state, running }, facts });
  return facts;
};
