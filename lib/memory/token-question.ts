import { tokenCame } from '../diagnosis/token-came';
import { toldOf } from '../diagnosis/told-server';
import { factsOf } from '../facts/facts-of';
import { entriesOfPage, type PageEntries } from '../facts/page-entries';
import type { PageFacts } from '../facts/page-facts';
import { tokenIn } from '../facts/save-facts';
import { currentDocument } from '../model/current-document';
import { lostOf } from '../model/lost';
import type { EntryWith, Session } from '../model/session';
import type { TokenFate } from '../model/token-memory';
import { endOf } from '../outcome/call-context';
import { answerOf } from '../outcome/chain';
import type { TokenQuestion } from '../protocol/token-question';

type Request = EntryWith<'request'>;

const fates: Readonly<Record<string, TokenFate>> = {
  save: 'accepted',
  update: 'accepted',
  suspend: 'suspended',
  delete: 'deleted',
};

/** What was last seen to become of a token. A `save` that failed for one that was saved before has changed nothing. */
const toldIn = (told: readonly Request[]): TokenQuestion['told'] => {
  const accepted = told.findLast((each) => answerOf(each).verdict === 'accepted');
  const failed = told.findLast(
    (each) => each.name === 'save' && ['refused', 'failed'].includes(answerOf(each).verdict),
  );
  const isUnsaved =
    failed !== undefined &&
    (!accepted || (failed.order > accepted.order && tokenIn(failed) !== tokenIn(accepted)));
  const last = isUnsaved ? failed : accepted;
  const token = last && tokenIn(last);
  if (!last || token === undefined) return undefined;
  return { token, fate: isUnsaved ? 'unsaved' : (fates[last.name] ?? 'accepted'), at: endOf(last) };
};

/** The page's token, where it has obtained it itself and told nobody of it. */
const unsentIn = (session: Session, here: PageEntries, known: PageFacts) => {
  const { token } = known;
  const { pages, connection, recording } = session;
  const isWhole =
    currentDocument({ pages })?.hooked &&
    connection !== 'reload-needed' &&
    lostOf(session, 0) === 0 &&
    recording;
  if (!token || !isWhole || toldOf(here).length > 0) return undefined;
  const came = tokenCame(session, here, known);
  if (!came || came.isGuess) return undefined;
  return {
    token: token.text,
    fate: 'unsent' as const,
    at: endOf(came.by),
  };
};

/** What is to be remembered of a session's page, and asked of it; `undefined` where nothing is: in a private window, and before the SDK's worker is known. */
export const tokenQuestion = (session: Session): TokenQuestion | undefined => {
  const { pages, entries, state } = session;
  const page = currentDocument({ pages });
  const known = factsOf(session);
  if (!page || !known || state?.document !== page.document || !URL.canParse(page.url))
    return undefined;
  // A frame may have another store for the same site.
  if (page.embedded) return undefined;
  const { own, token, state: read } = known;
  if (!own || read.permission.privateWindow) return undefined;
  const here = entriesOfPage(entries, page.number);
  const told = toldIn(toldOf(here)) ?? unsentIn(session, here, known);
  const isSending = toldOf(here).some(({ status }) => status === 'pending');
  const clearing = here.of('action', 'clear-all').findLast(({ status }) => status === 'ok');
  return {
    origin: new URL(page.url).origin,
    scope: own.scope,
    ...(told && { told }),
    ...(token && { token: token.text }),
    ...(isSending && { isSending }),
    ...(clearing && clearing.time > (told?.at ?? 0) && { isForgotten: true as const }),
  };
};
