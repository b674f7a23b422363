import { tokenKind } from '../akpush/token-kind';
import { type Encoded, fieldsOf, textOf } from '../model/encoded-value';
import { type Phrase, phrase } from '../model/phrase';
import type { EntryWith, SessionEntry } from '../model/session';
import { entriesOf } from './call-context';
import { byEntries, type Outcome } from './outcome';
import { parsedFields } from './parsed-fields';
import { payloadFlaw } from './payload-flaw';
import { type PushEntry, pushOutcome } from './push-outcome';

/** Each browser has its own means to look at its connection. */
const notDeliveredAdvice = (steps: readonly SessionEntry[]): Phrase => {
  const service = entriesOf(steps, 'worker-step', 'push-service').at(-1);
  const endpoint = textOf(fieldsOf(service?.detail.data).url) ?? '';
  if (tokenKind(endpoint) === 'fcm-endpoint') return phrase('nextNotDeliveredChrome');
  const isMozilla = /^https:\/\/[^/]*\.mozilla\.com\//.test(endpoint);
  return phrase(isMozilla ? 'nextNotDelivered' : 'nextNotDeliveredOther');
};

/** The notifications that a step of that name found after the push. */
const afterIn = (data: Encoded | undefined): readonly Encoded[] => {
  const { after } = fieldsOf(data);
  return Array.isArray(after) ? after : [];
};

/** The notification that was there before, equal to the one that the push shows: whether it was shown anew cannot be seen from outside. */
const equalShown = (
  push: PushEntry,
  steps: readonly SessionEntry[],
): EntryWith<'worker-step'> | undefined => {
  const content = entriesOf(steps, 'request', 'content/get').at(-1);
  const payload = typeof push.detail.payload === 'string' ? parsedFields(push.detail.payload) : {};
  const wanted = content
    ? fieldsOf(fieldsOf(content.detail.response).data)
    : { ...payload, ...fieldsOf(payload?.notification) };
  return entriesOf(steps, 'worker-step', 'notifications').find(({ detail }) =>
    afterIn(detail.data).some((each) => {
      const { title, tag } = fieldsOf(each);
      return title === wanted.title && (tag ?? '') === (wanted.tag ?? '');
    }),
  );
};

/** What became of a push by way of the push service of which nothing was seen but what the notifications tell. */
export const judgeUnseen = (push: PushEntry, steps: readonly SessionEntry[]): Outcome => {
  const equal = equalShown(push, steps);
  const flaw = payloadFlaw(push.detail.payload);
  if (equal && !flaw)
    return {
      ...pushOutcome('shown', 'ok', phrase('pushShownEqual'), byEntries(equal)),
      isGuess: true,
    };
  // What the worker itself did.
  const seen = steps.filter(
    ({ name }) => !['access-token', 'push-service', 'notifications'].includes(name),
  );
  if (flaw && seen.length === 0)
    return {
      ...pushOutcome(
        'handler-threw',
        'error',
        phrase('pushProbablyThrew', flaw),
        byEntries(...steps),
        phrase('nextHandlerPayload'),
      ),
      isGuess: true,
    };
  return seen.length > 0
    ? pushOutcome(
        'nothing-shown',
        'warning',
        phrase('pushNothingShown'),
        byEntries(...steps),
        phrase('nextNothingShown'),
      )
    : pushOutcome(
        'not-delivered',
        'warning',
        phrase('pushNotDelivered', String(Math.round((push.duration ?? 0) / 1000))),
        byEntries(...steps),
        notDeliveredAdvice(steps),
      );
};
