import { currentToken } from '../facts/current-token';
import type { PageFacts } from '../facts/page-facts';
import { isJsonObject, type Json } from '../model/json';
import { type Phrase, phrase } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import type { InputName, ReadyCall } from './call-draft';
import { profileFields } from './field-names';

/** Something that will make a call do other than expected. The call can be made all the same. */
export interface CallWarning {
  id: string;
  /** Where it belongs; absent for the call as a whole. */
  input?: InputName;
  text: Phrase;
}

type Check = (call: ReadyCall, known: PageFacts | undefined) => CallWarning[];

const warn = (id: string, text: Phrase, input?: InputName): CallWarning[] => [
  { id, text, ...(input && { input }) },
];

const cachedToken = ({ cache }: PageFacts): string | undefined =>
  (cache.values.token ?? cache.legacy.token)?.text;

/** What the state says of the call. */
const checkState: Check = ({ method, config }, known) => {
  if (!known) return [];
  const { permission } = known.state;
  const subscribes = method === 'initSubscription' || method === 'subscribe';
  const token = cachedToken(known);
  // Another configuration is another cache.
  const isOwnCache = config === undefined;
  const list: CallWarning[] = [];
  if (method !== 'removeToken' && permission.notification === 'denied')
    list.push(...warn('denied', phrase('warnDenied')));
  if (subscribes && permission.notification === 'default')
    list.push(...warn('gesture', phrase('warnGesture')));
  if (subscribes && isOwnCache && token !== undefined && token === currentToken(known))
    list.push(...warn('unchanged', phrase('warnUnchanged')));
  if (method === 'updateSubscription' && isOwnCache && token === undefined)
    list.push(...warn('no-token', phrase('warnUpdateNoToken')));
  if (method === 'suspendSubscription' && isOwnCache && token === undefined)
    list.push(...warn('no-token', phrase('warnSuspendNoToken')));
  if (method === 'removeToken' && token === undefined)
    list.push(...warn('no-token', phrase('warnRemoveNoToken')));
  if (method !== 'removeToken' && !known.own)
    list.push(...warn('no-worker', phrase('warnNoWorker')));
  if (!permission.secureContext) list.push(...warn('insecure', phrase('notSecure')));
  return list;
};

const isEmail = (value: Json): boolean =>
  typeof value === 'string' && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value);
const isPhone = (value: Json): boolean =>
  (typeof value === 'string' || typeof value === 'number') &&
  /^\+?[\d\s()-]{5,20}$/.test(`${value}`);
const isId = (value: Json | undefined): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;

const checkMatch: Check = ({ method, args }) => {
  if (method === 'removeToken' || method === 'unsubscribe') return [];
  const [match] = args;
  const fields = isJsonObject(match) ? match : {};
  const finders = Object.keys(fields).filter((name) => name !== 'db');
  const list: CallWarning[] = [];
  if (finders.length === 0) list.push(...warn('no-match', phrase('warnNoMatch'), 'match'));
  const { email, phone, db } = fields;
  if (email !== undefined && !isEmail(email))
    list.push(...warn('email', phrase('warnEmail'), 'match'));
  if (phone !== undefined && !isPhone(phone))
    list.push(...warn('phone', phrase('warnPhone'), 'match'));
  const ids = Array.isArray(db) ? db : [db];
  if (db !== undefined && (ids.length === 0 || !ids.every(isId)))
    list.push(...warn('db', phrase('warnDb'), 'match'));
  for (const name of finders)
    if (name.startsWith('_'))
      list.push(...warn('match-system', phrase('warnMatchSystem', name), 'match'));
  return list;
};

const systemNames = new Set(profileFields.map(({ name }) => name));

const checkUpdate: Check = ({ method, args }) => {
  if (method === 'removeToken' || method === 'unsubscribe') return [];
  const [match, update] = args;
  if (!isJsonObject(update)) return [];
  const list: CallWarning[] = [];
  for (const name of Object.keys(update)) {
    if (systemNames.has(`_${name}`))
      list.push(...warn('looks-system', phrase('warnLooksSystem', name, `_${name}`), 'update'));
    else if (name.startsWith('_') && !systemNames.has(name))
      list.push(...warn('unknown-system', phrase('warnUnknownSystem', name), 'update'));
  }
  if (isJsonObject(match) && 'email' in match && 'email' in update && match.email !== update.email)
    list.push(...warn('other-email', phrase('warnOtherEmail'), 'update'));
  return list;
};

const checkThird: Check = ({ method, args }) => {
  if (method !== 'updateSubscription' || args[2] === true) return [];
  return warn('exclusive', phrase('warnExclusive'));
};

/** Whether an `initSubscription` is running now: a second one does nothing. */
export const isInitRunning = (entries: readonly SessionEntry[], page: number): boolean =>
  entries.some(
    (entry) =>
      entry.page === page &&
      entry.kind === 'call' &&
      entry.name === 'initSubscription' &&
      entry.status === 'pending',
  );

/** Warnings before a call is made, by its arguments and by what is known of the page. */
export const warningsOf = (
  call: ReadyCall,
  known: PageFacts | undefined,
  isRunning: boolean,
): CallWarning[] => [
  ...(isRunning && call.method === 'initSubscription'
    ? warn('running', phrase('warnRunning'))
    : []),
  ...[checkState, checkMatch, checkUpdate, checkThird].flatMap((check) => check(call, known)),
];
