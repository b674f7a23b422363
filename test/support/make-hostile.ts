import type { Entry } from '../../lib/model/entry';
import type { Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import { healthyEntries, makeDiagnosed } from './make-input';
import { makeEntry, makeShopSession } from './make-session';
import { makeRegistration, makeState, makeSubscription } from './make-state';

/** A value with a change to all of its texts. */
const mapTexts = <T>(value: T, change: (text: string) => string): T => {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, mapTexts(each, change)]),
  ) as T;
};

/** A session in which a page, its server, its worker and the user have said a text wherever they can say one: before, after and in place of what it was. */
export const makeHostile = (text: string): Session => {
  const error = { name: text, message: text, stack: text };
  const models: Entry[] = [
    ...healthyEntries({ serverURL: text, swPath: text, browser: text }),
    ...makeShopSession().entries.map((entry, index) => ({ ...entry, id: index + 3 })),
    makeEntry('call', { id: 40, name: 'initSubscription', status: 'failed', detail: { error } }),
    makeEntry('request', {
      id: 41,
      name: 'save',
      status: 'failed',
      // A page can replace the getter that says it.
      detail: { httpStatus: text as unknown as number, response: { error: 1, error_text: text } },
    }),
    makeEntry('error', { id: 42, name: text, status: 'failed', detail: { error, script: text } }),
    makeEntry('event', { id: 43, name: text, detail: { payload: [text, { [text]: text }] } }),
  ];
  const entries = models.map((entry) => ({
    ...mapTexts(entry, (each) => `${text} ${each}${text}`),
    kind: entry.kind,
    status: entry.status,
    name: entry.kind === 'event' || entry.kind === 'error' ? `${text}${entry.name}` : entry.name,
  }));
  const state = makeState({
    registrations: [
      makeRegistration({
        scope: `https://shop.example/${text}`,
        subscription: { ok: makeSubscription({ endpoint: `https://push.example/${text}` }) },
      }),
    ],
    cache: { [`Shahkoop2aeleiv8Ierief_${text}`]: text, _ak_cookie: text },
  });
  const session = makeDiagnosed({
    entries: entries as Entry[],
    state,
    page: { url: `https://shop.example/?${text}` },
  });
  const noted = reduce(session, {
    type: 'remark',
    key: session.entries[0]?.key ?? '',
    remark: { isBookmarked: true, note: text },
  });
  return reduce(noted, { type: 'moment', id: 'a', at: 5, label: text });
};
