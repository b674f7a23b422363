import type { PushMode } from '../akpush/push-mode';
import { field, isJsonObject, type JsonObject } from '../model/json';
import { type MessagePhrase, phrase } from '../model/phrase';
import { payloadOf, readPayload } from './push-form';

/** What goes to Firebase, and what the worker gets of it. */
export interface FcmMessage {
  /** `message` of HTTP v1. */
  message: JsonObject;
  /** JSON text of what the worker gets, without what Firebase itself adds. */
  payload: string;
}

/** How it is to be delivered. */
export interface FcmOptions {
  /** The FCM token. */
  token: string;
  isDataOnly: boolean;
  /** `TTL` and so on. */
  headers: Readonly<Record<string, string>>;
}

/** Fields that all of Firebase's platforms have; the others are the web's. */
const common = ['title', 'body', 'image'];

const pick = (value: JsonObject, isWanted: (name: string) => boolean): JsonObject | undefined => {
  const entries = Object.entries(value).filter(([name]) => isWanted(name));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The composer's text as an object of Firebase mode: Firebase brings no other sort of message. `undefined` when it is none. */
const asFirebase = (text: string | null, mode: PushMode): JsonObject | undefined => {
  if (text === null) return {};
  const value = parse(text);
  if (mode === 'firebase') return isJsonObject(value) ? value : undefined;
  return value === undefined
    ? undefined
    : (parse(payloadOf(readPayload(value, mode), 'firebase')) as JsonObject);
};

/** Makes a message of HTTP v1 for what a worker shall get; a phrase says why Firebase would not take it. */
export const fcmMessage = (
  text: string | null,
  mode: PushMode,
  { token, isDataOnly, headers }: FcmOptions,
): FcmMessage | MessagePhrase => {
  const value = asFirebase(text, mode);
  if (!value) return phrase('fcmNoObject');
  const { notification = {}, data = {} } = value;
  if (!isJsonObject(notification)) return phrase('fcmFieldNoObject', 'notification');
  if (!isJsonObject(data)) return phrase('fcmFieldNoObject', 'data');
  const noText = Object.keys(data).filter((name) => typeof data[name] !== 'string');
  if (noText.length > 0) return phrase('fcmDataNoText', noText.join(', '));
  const shown = isDataOnly ? undefined : pick(notification, () => true);
  const given = pick(data, () => true);
  const asked = field(value.fcmOptions, 'link');
  // Firebase refuses others; a click on the notification opens `click_action`.
  const link = typeof asked === 'string' && asked.startsWith('https://') ? asked : undefined;
  const forWeb = pick(shown ?? {}, (name) => !common.includes(name));
  const forAll = pick(shown ?? {}, (name) => common.includes(name));
  const webpush: JsonObject = {
    headers,
    ...(forWeb && { notification: forWeb }),
    ...(link && { fcm_options: { link } }),
  };
  return {
    message: {
      token,
      ...(forAll && { notification: forAll }),
      ...(given && { data: given }),
      webpush,
    },
    payload: JSON.stringify({
      ...(shown && { notification: shown }),
      ...(given && { data: given }),
      ...(link && { fcmOptions: { link } }),
    }),
  };
};
