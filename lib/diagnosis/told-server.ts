import { decodeBody } from '../akpush/request';
import { entriesOfPage, type PageEntries } from '../facts/page-entries';
import { tokenIn } from '../facts/save-facts';
import { fieldsOf, textOf } from '../model/encoded-value';
import type { EntryWith } from '../model/session';
import type { TokenMemory } from '../model/token-memory';
import { webOrigin } from '../model/web-origin';
import { answerOf } from '../outcome/chain';
import type { DiagnosisInput } from './diagnosis-input';

/** Requests by which Altcraft is told something of a subscription. */
const telling: readonly string[] = ['save', 'update', 'suspend', 'delete'];

/** Those of a page. */
export const toldOf = (entries: PageEntries): readonly EntryWith<'request'>[] =>
  entries.of('request', ...telling);

/** What Altcraft was told last in this session about the page's site, and accepted: on this page, or on one before it where the log is kept. */
export const lastTold = ({ session, page }: DiagnosisInput): EntryWith<'request'> | undefined => {
  const origin = webOrigin(page.url);
  const pages = session.pages.filter(({ url }) => webOrigin(url) === origin);
  for (const { number } of pages.reverse()) {
    const told = toldOf(entriesOfPage(session.entries, number));
    const accepted = told.findLast((entry) => answerOf(entry).verdict === 'accepted');
    if (accepted) return accepted;
  }
  return undefined;
};

/** The request by which Altcraft was told of the token that is cached now, where nothing has ended that since. */
export const acceptedSave = (input: DiagnosisInput): EntryWith<'request'> | undefined => {
  const told = lastTold(input);
  if (told?.name !== 'save' && told?.name !== 'update') return undefined;
  const token = input.known?.token?.text;
  return token !== undefined && tokenIn(told) === token ? told : undefined;
};

/** Whether Altcraft was told of the subscription that is there now: pushes come to it, also where the SDK has lost its token. */
export const isSubscriptionTold = (input: DiagnosisInput): boolean => {
  const told = lastTold(input);
  if (told?.name !== 'save' && told?.name !== 'update') return false;
  const { subscription, cache } = input.known ?? {};
  const token = tokenIn(told);
  return (
    subscription !== undefined &&
    token !== undefined &&
    [subscription.value.endpoint, cache?.firebase?.token].includes(token)
  );
};

/**
 * Whether Altcraft was told, and accepted, that the subscription's endpoint takes the place of the cached token: without Firebase page load does that, and leaves
 * the cache as it is.
 */
export const isRotationTold = (input: DiagnosisInput): boolean => {
  const told = lastTold(input);
  const cached = input.known?.token?.text;
  return (
    told?.name === 'update' &&
    cached !== undefined &&
    textOf(fieldsOf(decodeBody(told.detail.body).value).endpoint_old) === cached &&
    isSubscriptionTold(input)
  );
};

/**
 * What this browser remembers of the token that is cached now, from before this session; nothing where the session itself has seen what the
 * server was told.
 */
export const rememberedToken = (input: DiagnosisInput): TokenMemory | undefined => {
  const { session, known } = input;
  const { memory } = session;
  if (!memory || memory.token !== known?.token?.text || known.save) return undefined;
  return lastTold(input) ? undefined : memory;
};

/** When the server accepted the token that is cached now, as this browser remembers it. */
export const rememberedSave = (input: DiagnosisInput): number | undefined => {
  const memory = rememberedToken(input);
  return memory?.isSame && memory.fate === 'accepted' ? memory.at : undefined;
};
