import { type Encoded, fieldsOf } from '../model/encoded-value';
import { type Phrase, phrase } from '../model/phrase';
import type { EntryWith, SessionEntry } from '../model/session';
import { entriesOf } from './call-context';

/** Parts of a notification that the browser loads, and what they are called. */
const parts = [
  ['icon', 'pushPartIcon'],
  ['image', 'pushPartImage'],
  ['badge', 'pushPartBadge'],
] as const;

/** A part of a notification that did not come. */
export interface MissingPart {
  text: Phrase;
  request: EntryWith<'request'>;
}

/** What a notification was shown without: its requests that failed, by the addresses in `showNotification`'s options. `shown`: title and options. */
export const missingParts = (
  push: SessionEntry,
  steps: readonly SessionEntry[],
  shown: Encoded | undefined,
): MissingPart[] => {
  const options = fieldsOf(fieldsOf(shown).options);
  const failed = entriesOf(steps, 'request').filter(({ status }) => status === 'failed');
  return parts.flatMap(([name, key]): MissingPart[] => {
    const address = options[name];
    if (typeof address !== 'string' || !URL.canParse(address, push.url)) return [];
    const { href, pathname, origin } = new URL(address, push.url);
    const request = failed.find(({ detail }) => detail.url === href);
    if (!request) return [];
    const { httpStatus } = request.detail;
    const said = push.url.startsWith(`${origin}/`) ? pathname : href;
    const text =
      httpStatus === undefined
        ? phrase('pushShownWithout', phrase(key), said)
        : phrase('pushShownWithoutStatus', phrase(key), said, httpStatus);
    return [{ text, request }];
  });
};
