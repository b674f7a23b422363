import { type TokenKind, tokenKind } from '../akpush/token-kind';
import { type MessageKey, message } from '../i18n/message';
import { formatMoment, formatSpan } from '../text/format-span';
import type { StateItem } from './state-item';
import type { PageFacts } from '../facts/page-facts';
import type { CachedValue } from '../facts/cache-facts';

const kinds: Record<TokenKind, MessageKey> = {
  'fcm-token': 'tokenFcm',
  'fcm-endpoint': 'tokenFcmEndpoint',
  mozilla: 'tokenMozilla',
  wns: 'tokenWns',
  apple: 'tokenApple',
  'apple-device': 'tokenAppleDevice',
  endpoint: 'tokenEndpoint',
  unknown: 'tokenUnknown',
};

/** What a token is, in words. */
export const describeToken = (token: string): string => message(kinds[tokenKind(token)]);

/** The other places that hold the same text. */
const samePlaces = ({ cache, subscription, save }: PageFacts, text: string, except: string): string => {
  const places: (readonly [string, MessageKey, string | undefined])[] = [
    ['cache.token', 'placeCache', cache.values.token?.text],
    ['cache.endpoint', 'placeEndpoint', cache.values.endpoint?.text],
    ['cache.legacy', 'placeLegacy', cache.legacy.token?.text],
    ['firebase.token', 'placeFirebase', cache.firebase?.token],
    ['firebase.endpoint', 'placeFirebaseEndpoint', cache.firebase?.endpoint],
    ['subscription', 'placeSubscription', subscription?.value.endpoint],
    ['save', 'placeSave', save?.token],
  ];
  const names = places
    .filter(([id, , value]) => id !== except && value === text)
    .map(([, key]) => message(key));
  return names.length > 0 ? message('sameIn', names.join(', ')) : message('sameNowhere');
};

const secret = (id: string, label: MessageKey, value: CachedValue | undefined, note = ''): StateItem =>
  value
    ? { id, label, state: 'ok', text: value.text, isSecret: true, note }
    : { id, label, state: 'missing', text: '' };

/** A moment that is in the past, with its age. */
const past = (time: number, now: number): string =>
  message('ago', formatMoment(time), formatSpan(now - time));

/** The SDK's own cache. */
export const cacheItems = (known: PageFacts): readonly StateItem[] => {
  const { cache, sdk, state } = known;
  const { values, legacy, firebase, problem, isThere, prefix } = cache;
  const token = values.token?.text;
  const age =
    token !== undefined && firebase?.token === token && firebase.createTime !== undefined
      ? message('tokenMade', past(firebase.createTime, state.readAt))
      : '';
  const notes = (text: string, id: string) =>
    [describeToken(text), age, samePlaces(known, text, id)].filter(Boolean).join('; ');
  const database: StateItem = problem
    ? {
        id: 'cache.database',
        label: 'factDatabase',
        state: 'failed',
        text: problem.name,
        note: problem.message,
      }
    : {
        id: 'cache.database',
        label: 'factDatabase',
        state: isThere ? 'ok' : 'missing',
        text: isThere ? 'localforage' : '',
        ...(!isThere && { note: message('databaseAbsent') }),
      };
  return [
    {
      ...secret('cache.token', 'factToken', values.token, token && notes(token, 'cache.token')),
      ...(known.token?.key === values.endpoint?.key &&
        known.token && { note: message('tokenIsEndpoint') }),
    },
    secret(
      'cache.endpoint',
      'factEndpointRemembered',
      values.endpoint,
      values.endpoint && samePlaces(known, values.endpoint.text, 'cache.endpoint'),
    ),
    secret('cache.keys', 'factKeys', values.keys),
    secret('cache.cookie', 'factCookie', values.cookie ?? legacy.cookie),
    {
      ...secret(
        'cache.legacy',
        'factLegacy',
        legacy.token,
        legacy.token && notes(legacy.token.text, 'cache.legacy'),
      ),
      ...(!legacy.token && { note: message('legacyNone') }),
    },
    {
      id: 'cache.prefix',
      label: 'factPrefix',
      state: 'ok',
      text: prefix,
      note: message(sdk.config?.randomPrefix === undefined ? 'prefixFound' : 'prefixConfigured'),
    },
    database,
  ];
};

/** What Firebase's library keeps; no facts where it keeps nothing and is not used. */
export const firebaseItems = ({ cache, sdk, state }: PageFacts): readonly StateItem[] => {
  const { firebase, installation } = cache;
  if (!firebase && !installation && sdk.mode !== 'firebase') return [];
  const plain = (id: string, label: MessageKey, text: string | undefined): StateItem => ({
    id,
    label,
    state: text === undefined ? 'missing' : 'ok',
    text: text ?? '',
  });
  const expires = installation?.authExpires;
  return [
    {
      ...plain('firebase.token', 'factFirebaseToken', firebase?.token),
      isSecret: true,
      ...(firebase && { note: describeToken(firebase.token) }),
    },
    plain(
      'firebase.created',
      'factCreated',
      firebase?.createTime === undefined ? undefined : past(firebase.createTime, state.readAt),
    ),
    plain('firebase.vapidKey', 'factVapidKey', firebase?.vapidKey),
    { ...plain('firebase.endpoint', 'factFirebaseEndpoint', firebase?.endpoint), isSecret: true },
    plain('firebase.scope', 'factScope', firebase?.swScope),
    plain('firebase.heartbeat', 'factHeartbeat', cache.heartbeat),
    { ...plain('firebase.fid', 'factFid', installation?.fid), isSecret: true },
    expires === undefined
      ? plain('firebase.auth', 'factAuth', undefined)
      : {
          id: 'firebase.auth',
          label: 'factAuth',
          // Firebase's library renews it when it needs it: an old one is nothing wrong.
          state: 'ok',
          text: formatMoment(expires),
          note:
            expires > state.readAt
              ? message('lasts', formatSpan(expires - state.readAt))
              : message('authOver'),
        },
  ];
};
