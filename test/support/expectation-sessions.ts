import { readSessionText } from '../../lib/formats/read-session-file';
import { toSession } from '../../lib/formats/to-session';
import type { Encoded } from '../../lib/model/encoded-value';
import type { Session, SessionEntry } from '../../lib/model/session';
import type { BrowserName } from '../../scripts/find-browser';
import { readGolden } from '../truth/golden';

/** The recording of a case in a browser, as a session. */
export const recorded = (browser: BrowserName, id: string): Session => {
  const golden = readGolden(browser, id);
  if (!golden) throw new Error(`${id} has no recording in ${browser}`);
  return toSession(readSessionText(golden.text));
};

/** A session with some of its entries changed, or without those for which nothing is given. */
export const changed = (
  session: Session,
  change: (entry: SessionEntry) => SessionEntry | undefined,
): Session => ({
  ...session,
  entries: session.entries.flatMap((entry) => change(entry) ?? []),
});

/** An entry with other details. */
export const withDetail = (entry: SessionEntry, detail: object): SessionEntry =>
  ({ ...entry, detail: { ...entry.detail, ...detail } }) as SessionEntry;

/** What a page gives the SDK. */
export interface Given {
  match?: Encoded;
  update?: Encoded;
  customData?: Record<string, Encoded>;
}

/** A body with what the SDK sends of that. */
const bodyWith = (body: Encoded, { match, update, customData }: Given): string => {
  const said = typeof body === 'string' ? JSON.parse(body) : {};
  return JSON.stringify({
    ...said,
    ...(match !== undefined && { match: JSON.stringify(match) }),
    ...(update !== undefined && { update: JSON.stringify(update) }),
    ...customData,
  });
};

/** A session in which a method was given something else, and its request says so. */
export const givenTo = (session: Session, method: string, given: Given): Session => {
  const call = session.entries.find(({ kind, name }) => kind === 'call' && name === method);
  return changed(session, (entry) => {
    if (entry === call && entry.kind === 'call') {
      const [match = {}, update = {}, custom] = entry.detail.args;
      const args = Object.values({ match, update, customData: custom, ...given });
      return withDetail(entry, { args: args.filter((each) => each !== undefined) });
    }
    if (entry.kind !== 'request' || entry.call !== call?.id) return entry;
    return withDetail(entry, { body: bodyWith(entry.detail.body, given) });
  });
};
