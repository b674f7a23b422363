import type { PushMode } from '../akpush/push-mode';
import { type FormRow, readRow, rowOf } from '../calls/form-row';
import { field, isJsonObject, type Json, type JsonObject } from '../model/json';

/** A button of a notification. In `ak_actions` the action is the address that it opens. */
export interface PushAction {
  action: string;
  title: string;
}

/** What a push says, as fields: the same for all push modes. */
export interface PushForm {
  title: string;
  body: string;
  icon: string;
  image: string;
  tag: string;
  /** What a click opens. */
  link: string;
  /** `hub_link`: what the worker asks for when the push has arrived, and when it counts it as opened. Both empty: there is no `hub_link`. */
  ack: string;
  open: string;
  actions: readonly PushAction[];
  /** More fields of the message's data. */
  extra: readonly FormRow[];
}

/** Nothing is sent for these: the browser answers `data:` addresses itself, and the trace shows that they were asked for. */
export const recordedLinks = { ack: 'data:,ack', open: 'data:,open' } as const;

/** What a new push says. No address of a real site is in it. */
export const templateForm: PushForm = {
  title: 'AKPush Inspector',
  body: 'This is a test.',
  icon: '',
  image: '',
  tag: '',
  link: '',
  ...recordedLinks,
  actions: [],
  extra: [],
};

const some = (fields: Record<string, Json | undefined>): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );

const filled = (text: string): string | undefined => (text === '' ? undefined : text);

const extraOf = (rows: readonly FormRow[]): JsonObject =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const read = readRow(row);
      return row.name.trim() !== '' && 'value' in read ? [[row.name.trim(), read.value]] : [];
    }),
  );

const hubLink = ({ ack, open }: PushForm): JsonObject | undefined =>
  ack === '' && open === '' ? undefined : { ack, open };

const actionsOf = (form: PushForm): Json[] | undefined =>
  form.actions.length > 0
    ? form.actions.map(({ action, title }) => ({ action, title }))
    : undefined;

const jsonText = (value: Json | undefined): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

const encoders: Record<PushMode, (form: PushForm) => JsonObject> = {
  // FCM's message: what is an object to a person is text to the SDK.
  firebase: (form) => ({
    from: '000000000000',
    notification: some({
      title: form.title,
      body: form.body,
      icon: filled(form.icon),
      image: filled(form.image),
      tag: filled(form.tag),
      click_action: filled(form.link),
    }),
    data: some({
      hub_link: jsonText(hubLink(form)),
      ak_actions: jsonText(actionsOf(form)),
      ...extraOf(form.extra),
    }),
    ...(form.link && { fcmOptions: { link: form.link } }),
  }),
  safari: (form) =>
    some({
      title: form.title,
      body: form.body,
      icon: filled(form.icon),
      image: filled(form.image),
      tag: filled(form.tag),
      actions: actionsOf(form),
      data: jsonText(
        some({ hub_link: hubLink(form), url: filled(form.link), ...extraOf(form.extra) }),
      ),
    }),
  // The answer of the server to `content/get`: the push itself says nothing.
  pull: (form) => ({
    error: 0,
    data: some({
      title: form.title,
      body: form.body,
      icon: filled(form.icon),
      image: filled(form.image),
      tag: filled(form.tag),
      actions: actionsOf(form),
      data: some({ click_action: filled(form.link), ...extraOf(form.extra) }),
    }),
  }),
};

/** The message of a push mode as JSON text. In pull mode it is the server's answer. */
export const payloadOf = (form: PushForm, mode: PushMode): string =>
  JSON.stringify(encoders[mode](form), null, 2);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An object, also one that is written as JSON text. */
const objectIn = (value: unknown): JsonObject => {
  if (isJsonObject(value)) return value;
  try {
    const read: unknown = JSON.parse(text(value));
    return isJsonObject(read) ? read : {};
  } catch {
    return {};
  }
};

const listIn = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  try {
    const read: unknown = JSON.parse(text(value));
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
};

const readActions = (value: unknown): PushAction[] =>
  listIn(value).map((each) => ({
    action: text(field(each, 'action')),
    title: text(field(each, 'title')),
  }));

const restOf = (data: JsonObject, known: readonly string[]): FormRow[] =>
  Object.entries(data)
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) => rowOf(name, value));

/** What a message says, as its push mode's worker reads it. Anything is read: what is missing is empty. */
export const readPayload = (value: unknown, mode: PushMode): PushForm => {
  const message = mode === 'pull' ? objectIn(field(value, 'data')) : objectIn(value);
  const shown = mode === 'firebase' ? objectIn(message.notification) : message;
  const data = objectIn(message.data);
  const hub = objectIn(data.hub_link);
  return {
    title: text(shown.title),
    body: text(shown.body),
    icon: text(shown.icon),
    image: text(shown.image),
    tag: text(shown.tag),
    link: text(
      mode === 'firebase' ? shown.click_action : mode === 'safari' ? data.url : data.click_action,
    ),
    ack: text(hub.ack),
    open: text(hub.open),
    actions: readActions(mode === 'firebase' ? data.ak_actions : shown.actions),
    extra: restOf(
      data,
      ['hub_link', 'ak_actions', mode === 'safari' ? 'url' : 'click_action'].slice(
        0,
        mode === 'firebase' ? 2 : 3,
      ),
    ),
  };
};

const canonical = (value: unknown): string => {
  const sort = (each: unknown): unknown =>
    Array.isArray(each)
      ? each.map(sort)
      : isJsonObject(each)
        ? Object.fromEntries(
            Object.keys(each)
              .sort()
              .map((key) => [key, sort(each[key])]),
          )
        : each;
  return JSON.stringify(sort(value));
};

/** The form of a message, or `undefined` when the form cannot show all of it: nothing is to be lost. */
export const formOf = (json: string, mode: PushMode): PushForm | undefined => {
  try {
    const value: unknown = JSON.parse(json);
    const form = readPayload(value, mode);
    return canonical(JSON.parse(payloadOf(form, mode))) === canonical(value) ? form : undefined;
  } catch {
    return undefined;
  }
};
