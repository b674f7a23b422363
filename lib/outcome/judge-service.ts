import { fieldsOf, textOf } from '../model/encoded-value';
import { errorMessage } from '../model/error-text';
import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import type { EntryWith, SessionEntry } from '../model/session';
import { entriesOf } from './call-context';
import { saidBy } from './chain';
import { explainGoogle } from './explain-google';
import { byEntries, type Evidence, type Outcome } from './outcome';

const statusText = (status: number): Phrase => {
  if (status === 400) return phrase('push400');
  if (status === 401 || status === 403) return phrase('push401');
  if (status === 404 || status === 410) return phrase('push410');
  if (status === 413) return phrase('push413');
  if (status === 429) return phrase('push429');
  return phrase('pushOther', status);
};

/** What to do about a status, where that is not to check what was sent. */
const nextOf: Readonly<Record<number, MessageKey>> = {
  404: 'nextPushGone',
  410: 'nextPushGone',
  413: 'nextPushTooLarge',
  429: 'nextPushTooMany',
};

const refused = (
  service: EntryWith<'worker-step'>,
  sentence: Phrase,
  next?: Phrase,
  more: readonly Evidence[] = [],
): Outcome => ({
  id: 'push-refused',
  severity: 'error',
  sentence,
  evidence: [...byEntries(service), ...more],
  ...(next && { next }),
});

/** Why a push went no further than to the push service; `undefined` when the service has taken it. */
export const judgeService = (
  push: EntryWith<'push'>,
  steps: readonly SessionEntry[],
): Outcome | undefined => {
  const service = entriesOf(steps, 'worker-step', 'access-token', 'push-service').at(-1);
  if (!service) return undefined;
  const { error, result, data } = service.detail;
  if (error?.name === 'HostDenied')
    return {
      ...refused(service, phrase('pushHostDenied', error.message), phrase('nextHostDenied')),
      id: 'not-sent',
    };
  const isGoogle = push.detail.way === 'firebase';
  if (error && isGoogle) {
    const url = textOf(fieldsOf(data).url) ?? '';
    const host = URL.canParse(url) ? new URL(url).host : url;
    return refused(
      service,
      phrase('googleUnreachable', host),
      phrase('nextServiceUnreachable'),
      saidBy('failed', errorMessage(error)),
    );
  }
  if (error)
    return refused(
      service,
      phrase('pushUnreachable'),
      phrase('nextServiceUnreachable'),
      saidBy('failed', errorMessage(error)),
    );
  if (service.status !== 'failed') return undefined;
  const { status, text } = fieldsOf(result);
  if (isGoogle) {
    const { sentence, next } = explainGoogle(service.name, Number(status), textOf(text) ?? '');
    return refused(service, sentence, next);
  }
  return refused(
    service,
    phrase('pushRefused', String(status), statusText(Number(status))),
    phrase(nextOf[Number(status)] ?? 'nextPushRefused'),
    saidBy('refused', textOf(text) ?? ''),
  );
};
