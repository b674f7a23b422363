import { pushServiceName } from '../akpush/push-service';
import type { PageFacts } from '../facts/page-facts';
import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import { isPseudonym } from '../model/pseudonym';
import type { StateItem } from './state-item';

/** Bytes that base64url text stands for. */
const byteLength = (base64url: string): number =>
  Math.floor((base64url.replace(/(?<!=)=+$/, '').length * 3) / 4);

/** The subscription that counts. `userVisibleOnly` and the key are the browser's own words where it has the subscription. */
export const subscriptionItems = ({ subscription, state }: PageFacts): readonly StateItem[] => {
  const fact = (
    name: string,
    label: MessageKey,
    text: Phrase | null | undefined,
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
      ...(isWrong && { state: 'failed', note: phrase('keyLength', byteLength(text), bytes) }),
    });
  };
  return [
    fact('endpoint', 'factEndpoint', value?.endpoint, {
      isSecret: true,
      ...(subscription?.isOfPage && { note: phrase('subscriptionOfPage') }),
    }),
    fact('service', 'factService', value && pushServiceName(value.endpoint)),
    fact('registration', 'factScope', subscription?.scope),
    key('p256dh', 'factP256dh', 65),
    key('auth', 'factAuthSecret', 16),
    value && expires === null
      ? fact('expirationTime', 'factExpirationTime', phrase('neverExpires'))
      : fact(
          'expirationTime',
          'factExpirationTime',
          expires === null ? null : { moment: expires },
          {
            ...(expires !== null && {
              state: expires > state.readAt ? 'ok' : 'failed',
              note:
                expires > state.readAt
                  ? phrase('lasts', { span: expires - state.readAt })
                  : phrase('expired'),
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
      value && phrase(value.applicationServerKey === null ? 'unrestricted' : 'restricted'),
      value && subscription.isOfPage && value.applicationServerKey === null
        ? { state: 'unknown', text: phrase('notTold') }
        : {},
    ),
  ];
};
