import { type Encoded, fieldsOf, textOf, toBase64Url } from '../model/encoded-value';
import type { PageState, RegistrationState, SubscriptionState } from '../model/page-state';
import type { PageEntries } from './page-entries';

/** A push subscription, and who says so. */
export interface SubscriptionFacts {
  value: SubscriptionState;
  /** Scope of its registration, when that is known. */
  scope: string | null;
  /** True: the page's scripts have it from push methods that are not the browser's; the browser itself has none. */
  isOfPage: boolean;
}

const keyText = (key: Encoded | undefined): string | null => {
  const fields = fieldsOf(key);
  const tagged = key as { $?: string; text?: string } | undefined;
  if (typeof key === 'string') return key.replace(/(?<!=)=+$/, '');
  if (tagged?.$ === 'bytes' && tagged.text !== undefined) return toBase64Url(tagged.text);
  return textOf(fields.applicationServerKey) ?? null;
};

const endings = ['unsubscribe', 'unregister'] as const;

/** What the page's scripts were last told of a subscription; `undefined` when they did not ask, or were told that there is none. */
const seenByPage = (entries: PageEntries): SubscriptionFacts | undefined => {
  const asked = entries.of('subscription').filter(({ status }) => status === 'ok');
  const last = asked.at(-1);
  const fields = fieldsOf(last?.detail.result);
  const endpoint = textOf(fields.endpoint);
  if (!last || endpoint === undefined) return undefined;
  const isEnded = entries.of('action', ...endings).some(({ time }) => time > last.time);
  if (isEnded) return undefined;
  const keys = fieldsOf(fields.keys);
  const made = asked.findLast(({ name }) => name === 'subscribe');
  const options = fieldsOf(made?.detail.options);
  const expiration = fields.expirationTime;
  return {
    isOfPage: true,
    scope: last.detail.scope,
    value: {
      endpoint,
      p256dh: textOf(keys.p256dh) ?? null,
      auth: textOf(keys.auth) ?? null,
      expirationTime: typeof expiration === 'number' ? expiration : null,
      userVisibleOnly:
        typeof options.userVisibleOnly === 'boolean' ? options.userVisibleOnly : null,
      applicationServerKey: keyText(options.applicationServerKey),
    },
  };
};

/**
 * The subscription that counts: that of the SDK's registration `own`, of another one, or the one that the page's scripts see. `endpoints`: those that
 * the browser itself has told of before: one of them that is gone is gone for the page too.
 */
export const deriveSubscription = (
  state: PageState,
  entries: PageEntries,
  endpoints: readonly string[],
  own: RegistrationState | undefined,
): SubscriptionFacts | undefined => {
  const registrations = 'ok' in state.workers ? state.workers.ok.registrations : [];
  for (const { scope, subscription } of own ? [own, ...registrations] : registrations)
    if ('ok' in subscription && subscription.ok)
      return { value: subscription.ok, scope, isOfPage: false };
  const seen = seenByPage(entries);
  return seen && !endpoints.includes(seen.value.endpoint) ? seen : undefined;
};
