import { entriesOfPage, type PageEntries } from '../facts/page-entries';
import { tokenIn } from '../facts/save-facts';
import type { EntryWith } from '../model/session';
import type { TokenMemory } from '../model/token-memory';
import { answerOf } from '../outcome/chain';
import type { Scene } from './scene';

/** Requests by which Altcraft is told something of a subscription. */
const telling: readonly string[] = ['save', 'update', 'suspend', 'delete'];

/** Those of a page. */
export const toldOf = (entries: PageEntries): readonly EntryWith<'request'>[] =>
  entries.of('request', ...telling);

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** What Altcraft was told last in this session about the page's site, and accepted: on this page, or on one before it where the log is kept. */
export const lastTold = ({ session, page }: Scene): EntryWith<'request'> | undefined => {
  const origin = originOf(page.url);
  const pages = session.pages.filter(({ url }) => originOf(url) === origin);
  for (const { number } of pages.reverse()) {
    const told = toldOf(entriesOfPage(session.entries, number));
    const accepted = told.findLast((entry) => answerOf(entry).verdict === 'accepted');
    if (accepted) return accepted;
  }
  return undefined;
};

/** The request by which Altcraft was told of the token that is cached now, where nothing has ended that since. */
export const acceptedSave = (scene: Scene): EntryWith<'request'> | undefined => {
  const told = lastTold(scene);
  if (told?.name !== 'save' && told?.name !== 'update') return undefined;
  const token = scene.known?.token?.text;
  return token !== undefined && tokenIn(told) === token ? told : undefined;
};

/** Whether Altcraft was told of the subscription that is there now: pushes come to it, also where the SDK has lost its token. */
export const isSubscriptionTold = (scene: Scene): boolean => {
  const told = lastTold(scene);
  if (told?.name !== 'save' && told?.name !== 'update') return false;
  const { subscription, cache } = scene.known ?? {};
  const token = tokenIn(told);
  return (
    subscription !== undefined &&
    token !== undefined &&
    [subscription.value.endpoint, cache?.firebase?.token].includes(token)
  );
};

/**
 * What this browser remembers of the token that is cached now, from before this session; nothing where the session itself has seen what the
 * server was told.
 */
export const rememberedToken = (scene: Scene): TokenMemory | undefined => {
  const { session, known } = scene;
  const { memory } = session;
  if (!memory || memory.token !== known?.token?.text || known.save) return undefined;
  return lastTold(scene) ? undefined : memory;
};

/** When the server accepted the token that is cached now, as this browser remembers it. */
export const rememberedSave = (scene: Scene): number | undefined => {
  const memory = rememberedToken(scene);
  return memory?.isSame && memory.fate === 'accepted' ? memory.at : undefined;
};
