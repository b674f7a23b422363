import { answerOf } from '../outcome/chain';
import type { EntryWith } from '../outcome/trail';
import { tokenIn } from '../state/known-save';
import type { Scene } from './scene';

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** What Altcraft was told last in this session about the page's site, and accepted: on this page, or on one before it where the log is kept. */
export const lastTold = ({ session, page }: Scene): EntryWith<'request'> | undefined => {
  const origin = originOf(page.url);
  const pages = new Set(
    session.pages.filter(({ url }) => originOf(url) === origin).map(({ number }) => number),
  );
  return session.entries.findLast(
    (entry): entry is EntryWith<'request'> =>
      entry.kind === 'request' &&
      ['save', 'update', 'suspend', 'delete'].includes(entry.name) &&
      pages.has(entry.page) &&
      answerOf(entry as EntryWith<'request'>).verdict === 'accepted',
  );
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
