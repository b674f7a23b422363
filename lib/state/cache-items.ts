import { type TokenKind, tokenKind } from '../akpush/token-kind';
import type { CachedValue } from '../facts/cache-facts';
import type { PageFacts } from '../facts/page-facts';
import type { MessageKey } from '../model/message-key';
import { joinedBy, type Phrase, phrase } from '../model/phrase';
import type { StateItem } from './state-item';

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

/** What a token is. */
export const describeToken = (token: string): Phrase => phrase(kinds[tokenKind(token)]);

/** The other places that hold the same text. */
const samePlaces = (
  { cache, subscription, save }: PageFacts,
  text: string,
  except: string,
): Phrase => {
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
    .map(([, key]) => phrase(key));
  return names.length > 0 ? phrase('sameIn', joinedBy(', ', ...names)) : phrase('sameNowhere');
};

const secret = (
  id: string,
  label: MessageKey,
  value: CachedValue | undefined,
  note: Phrase = '',
): StateItem =>
  value
    ? { id, label, state: 'ok', text: value.text, isSecret: true, note }
    : { id, label, state: 'missing', text: '' };

/** A moment that is in the past, with its age. */
const past = (time: number, now: number): Phrase =>
  phrase('ago', { moment: time }, { span: now - time });

/** The SDK's own cache. */
export const cacheItems = (known: PageFacts): readonly StateItem[] => {
  const { cache, sdk, state } = known;
  const { values, legacy, firebase, problem, isThere, prefix } = cache;
  const token = values.token?.text;
  const age =
    token !== undefined && firebase?.token === token && firebase.createTime !== undefined
      ? phrase('tokenMade', past(firebase.createTime, state.readAt))
      : '';
  const notes = (text: string, id: string) =>
    joinedBy('; ', describeToken(text), age, samePlaces(known, text, id));
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
        ...(!isThere && { note: phrase('databaseAbsent') }),
      };
  return [
    {
      ...secret('cache.token', 'factToken', values.token, token && notes(token, 'cache.token')),
      ...(known.token?.key === values.endpoint?.key &&
        known.token && { note: phrase('tokenIsEndpoint') }),
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
      ...(!legacy.token && { note: phrase('legacyNone') }),
    },
    {
      id: 'cache.prefix',
      label: 'factPrefix',
      state: 'ok',
      text: prefix,
      note: phrase(sdk.config?.randomPrefix === undefined ? 'prefixFound' : 'prefixConfigured'),
    },
    database,
  ];
};

/** What Firebase's library keeps; no facts where it keeps nothing and is not used. */
export const firebaseItems = ({ cache, sdk, state }: PageFacts): readonly StateItem[] => {
  const { firebase, installation } = cache;
  if (!firebase && !installation && sdk.mode !== 'firebase') return [];
  const plain = (id: string, label: MessageKey, text: Phrase | undefined): StateItem => ({
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
          text: { moment: expires },
          note:
            expires > state.readAt
              ? phrase('lasts', { span: expires - state.readAt })
              : phrase('authOver'),
        },
  ];
};
