import type { PushMode } from '../akpush/push-mode';
import type { Encoded } from '../model/encoded-value';
import type { DeliveryMethod } from '../model/entry';
import type { Json } from '../model/json';
import type { NotificationState, SubscriptionState } from '../model/page-state';
import type { WorkerAddress } from '../protocol/delivery';
import type { PreparedMail } from './prepare-firebase';
import { type PushForm, readPayload } from './push-form';
import type { UrlAnswer } from './url-answer';
import type { VapidKeys } from './vapid';

/** A push that is ready to be sent. */
export interface PushRequest {
  way: DeliveryMethod;
  mode: PushMode;
  worker: WorkerAddress | null;
  /** The message's text; `null`: a push without data. In pull mode it is the server's answer. */
  text: string | null;
  /** Pull mode: `text` is answered in the server's place. */
  isReplaced: boolean;
  isDry: boolean;
  subscription: SubscriptionState | null;
  /** Seconds. */
  ttl: number;
  urgency: string;
  topic: string;
  vapid: VapidKeys | null;
  /** By Firebase: the request, and what the worker gets of it. */
  firebase: PreparedMail | null;
}

/** Whether the extension may send requests to a host: granted; not, and the panel can ask for it; not, and only another page of the extension or of the browser can. */
export type HostAccess = 'granted' | 'can-ask' | 'missing';

/** What the panel can do with pushes. Each resolves with the key of its entry, which tells what came of it; none rejects. */
export interface PushActions {
  /** Whether this browser lets the extension into a worker. */
  canEnter: boolean;
  send(request: PushRequest): Promise<string>;
  /** A click on a notification that is shown, or on one of its actions, in the worker. */
  click(
    worker: WorkerAddress,
    shown: Pick<NotificationState, 'title' | 'body' | 'tag'>,
    action: string,
  ): Promise<string>;
  /** `pushsubscriptionchange` in the worker. */
  changeSubscription(worker: WorkerAddress): Promise<string>;
  /** Asks for an address of a push, without cookies. Rejects with the browser's error. */
  checkUrl(url: string): Promise<UrlAnswer>;
  /** Whether a push service may be reached. */
  hostAccess(url: string): Promise<HostAccess>;
  /** Asks the user for a push service's host; to be called by a click at once. Rejects with the browser's error. */
  askHost(url: string): Promise<boolean>;
}

/** What the worker gets as data: in pull mode nothing, as it asks the server. */
export const dataOf = ({ mode, text }: PushRequest): string | null =>
  mode === 'pull' ? null : text;

const parse = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
};

/** The fields of a message. */
export const fieldsOfPush = ({ text, mode }: Pick<PushRequest, 'text' | 'mode'>): PushForm =>
  readPayload(parse(text), mode);

/** Names of the requests that the push asks the worker for. */
export const namesOf = (request: PushRequest): Record<string, string> => {
  const { ack, open } = fieldsOfPush(request);
  return { ...(ack && { [ack]: 'ack' }), ...(open && { [open]: 'open' }) };
};

/** The notification that the mode's worker would show. */
export interface PushPreview {
  title: string;
  options: { [name: string]: Encoded };
  /** What a click on it opens; empty: nothing. */
  link: string;
}

/** The notification of a message as its push mode's worker would show it; `undefined` when it would show none. */
export const previewOf = (text: string | null, mode: PushMode): PushPreview | undefined => {
  if (text === null && mode !== 'pull') return undefined;
  const value = parse(text) as Json;
  if (typeof value !== 'object' || value === null) return undefined;
  const form = readPayload(value, mode);
  if (mode === 'firebase' && form.ack === '' && form.open === '') return undefined;
  if (form.title === '') return undefined;
  const some = (name: string, text: string) => (text === '' ? {} : { [name]: text });
  return {
    title: form.title,
    link: form.link,
    options: {
      ...some('body', form.body),
      ...some('icon', form.icon),
      ...some('image', form.image),
      ...some('tag', form.tag),
      ...(form.actions.length > 0 && {
        actions: form.actions.map(({ action, title }) => ({ action, title })),
      }),
      data: { click_action: form.link, url: form.link },
    },
  };
};
