import { type Phrase, phrase } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import { entriesOf } from './call-context';

/** What is to be said of the requests by which the worker tells Altcraft of a push; empty: nothing. */
export const deliveryRemarks = (steps: readonly SessionEntry[]): Phrase => {
  const requests = entriesOf(steps, 'request');
  const isOk = (name: string) =>
    requests.some((each) => each.name === name && each.status === 'ok');
  const asked = requests.some(({ name }) => name === 'ack' || name === 'open');
  if (!asked) return '';
  if (!isOk('ack')) return phrase('ackMissing');
  return isOk('open') ? phrase('openAtDelivery') : '';
};
