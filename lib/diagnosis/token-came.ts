import { isOfProject } from '../facts/of-project';
import type { PageEntries } from '../facts/page-entries';
import type { PageFacts } from '../facts/page-facts';
import { currentDocument } from '../model/current-document';
import type { NameOf } from '../model/entry';
import type { PageState } from '../model/page-state';
import type { EntryWith, Session, SessionEntry } from '../model/session';
import { answerOf } from '../outcome/chain';
import { isPartial, storedTexts } from '../session/compare-stored';

/** Actions by which the panel itself changes the token. */
export const tokenActions: readonly NameOf<'action'>[] = [
  'delete-key',
  'make-stale',
  'restore',
  'undo',
  'clear-all',
];

/** How it is known that a token came with a document. */
export interface TokenCame {
  /** The entry by which it was obtained. */
  by: SessionEntry;
  /** It may be as old as the profile. */
  isGuess: boolean;
}

/** All that a reading has that may be a token: what is stored, and the endpoints of subscriptions. */
const textsIn = (state: PageState): readonly string[] => [
  ...storedTexts(state).values(),
  ...('ok' in state.workers ? state.workers.ok.registrations : []).flatMap(({ subscription }) =>
    'ok' in subscription && subscription.ok ? [subscription.ok.endpoint] : [],
  ),
];

/** A new installation of Firebase, not a new key of one that was there: its tokens are new too. */
const isNewInstallation = (entry: EntryWith<'request'>): boolean =>
  /\/installations\/?(?:[?#]|$)/.test(entry.detail.url) && answerOf(entry).verdict === 'accepted';

/**
 * How it is known that the session's last page has obtained its token itself. `here`: the page's entries. `null`: it may be as old as
 * the profile.
 */
export const tokenCame = (
  { pages, readings, changes }: Session,
  here: PageEntries,
  { token, sdk, asked }: Pick<PageFacts, 'token' | 'sdk' | 'asked'>,
): TokenCame | null => {
  if (!token) return null;
  const { place, key, text } = token;
  const page = currentDocument({ pages });
  const where = `${place ? 'IndexedDB' : 'localStorage'} ${key}`;
  if (here.last('action', ...tokenActions)) return null;
  // Only a token that is asked for is a new one: Firebase renews (PATCH) and ends (DELETE) those that it has too.
  const last = here
    .of('request', 'registrations', 'fcm/connect/subscribe')
    .filter(isOfProject(sdk))
    .findLast(({ detail }) => (detail.method ?? 'POST') === 'POST');
  const registered = last && answerOf(last).verdict === 'accepted' ? last : undefined;
  // A subscription that was there is given again: by itself it is no news.
  const by =
    registered ?? asked.findLast(({ name, status }) => name === 'subscribe' && status === 'ok');
  const first = readings.find(
    ({ document, value }) => document === page?.document && !isPartial(value),
  );
  // Wherever it was: builds move it from place to place, and note the endpoint of a subscription that was there.
  const isNewHere = first !== undefined && !textsIn(first.value).includes(text);
  // Where nothing of this document has obtained it, another one has, which may have saved it.
  if (
    by &&
    (isNewHere ||
      (registered && here.of('request').filter(isOfProject(sdk)).some(isNewInstallation)))
  )
    return { by, isGuess: false };
  // What changed between two documents may be the earlier one's, which may have saved it.
  const isNew = changes.some(
    (change) =>
      change.page === page?.number &&
      !change.isOverLoad &&
      change.where === where &&
      change.after === text,
  );
  return by && (isNew || registered) ? { by, isGuess: true } : null;
};
