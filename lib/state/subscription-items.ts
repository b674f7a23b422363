import { pushServiceName } from '../akpush/push-service';
import { type MessageKey, message } from '../i18n/message';
import { isPseudonym } from '../model/pseudonym';
import { formatMoment, formatSpan } from '../text/format-span';
import type { StateItem } from './state-item';
import type { PageFacts } from '../facts/page-facts';

/** Bytes that base64url text stands for. */
const byteLength = (base64url: string): number =>
  Math.floor((base64url.replace(/(?<!=)=+$/, '').length * 3) / 4);

/** The subscription that counts. `userVisibleOnly` and the key are the browser's own words where it has the subscription. */
export const subscriptionItems = ({ subscription, state }: PageFacts): readonly StateItem[] => {
  const fact = (
    name: string,
    label: MessageKey,
    text: string | null | undefined,
    more: Partial<StateItem> = {},
  ): StateItem => ({
    id: `subscription.${name}`,
    label,
    state: text ? 'ok' : 'missing',
    text: text ?? '',
    ...more,
  });
  const value = subscription?.value;
  const expires = value?.expirationTime ?? null;
  const key = (name: 'p256dh' | 'auth', label: MessageKey, bytes: number): StateItem => {
    const text = value?.[name];
    const isWrong = !!text && !isPseudonym(text) && byteLength(text) !== bytes;
    return fact(name, label, text, {
      isSecret: true,
      ...(isWrong && { state: 'failed', note: message('keyLength', byteLength(text), bytes) }),
    });
  };
  return [
    fact('endpoint', 'factEndpoint', value?.endpoint, {
      isSecret: true,
      ...(subscription?.isOfPage && { note: message('subscriptionOfPage') }),
    }),
    fact('service', 'factService', value && pushServiceName(value.endpoint)),
    fact('registration', 'factScope', subscription?.scope),
    key('p256dh', 'factP256dh', 65),
    key('auth', 'factAuthSecret', 16),
    value && expires === null
      ? fact('expirationTime', 'factExpirationTime', message('neverExpires'))
      : fact(
          'expirationTime',
          'factExpirationTime',
          expires === null ? null : formatMoment(expires),
          {
            ...(expires !== null && {
              state: expires > state.readAt ? 'ok' : 'failed',
              note:
                expires > state.readAt
                  ? message('lasts', formatSpan(expires - state.readAt))
                  : message('expired'),
            }),
          },
        ),
    fact(
      'userVisibleOnly',
      'factUserVisibleOnly',
      value && value.userVisibleOnly !== null ? String(value.userVisibleOnly) : null,
      value && value.userVisibleOnly === null ? { state: 'unknown' } : {},
    ),
    fact('applicationServerKey', 'factServerKey', value?.applicationServerKey),
    fact(
      'restricted',
      'factRestricted',
      value && message(value.applicationServerKey === null ? 'unrestricted' : 'restricted'),
      value && subscription.isOfPage && value.applicationServerKey === null
        ? { state: 'unknown', text: message('notTold') }
        : {},
    ),
  ];
};
