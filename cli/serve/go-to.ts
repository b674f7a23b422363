import { currentDocument } from '../../lib/model/current-document';
import type { OpenPage } from '../open-page';
import type { WatchedSession } from '../watch-session';
import { whatCame } from '../what-came';
import { within } from '../within';
import { HttpError } from './http-error';

/** Whether a browser that is asked to go there stays in its document: only what follows the `#` is another. */
const isSameDocument = (shown: string | undefined, to: string): boolean => {
  if (shown === undefined || !URL.canParse(shown)) return false;
  const [from, target] = [new URL(shown), new URL(to)];
  if (target.hash === '') return false;
  from.hash = '';
  target.hash = '';
  return from.href === target.href;
};

/**
 * Goes to an address; ends when the session has the document that has come of it. Browsers may answer before it has, with the old one still there. Rejects
 * with an `HttpError` where none comes in `timeout` milliseconds. `to`: without credentials.
 */
export const goTo = async (
  open: Pick<OpenPage, 'go' | 'isolated'>,
  { session, changed }: Pick<WatchedSession, 'session' | 'changed'>,
  to: string,
  timeout: number,
): Promise<void> => {
  const shown = (): string | undefined => currentDocument(session())?.document;
  const before = shown();
  let isOver = false;
  const arrive = async (): Promise<void> => {
    const address = before && (await open.isolated<string>('location.href').catch(() => undefined));
    await open.go(to);
    if (isSameDocument(address, to)) return;
    while (!isOver && shown() === before) await changed();
    const { error } = await whatCame(open);
    if (error !== undefined) throw new Error(error);
  };
  try {
    await within(timeout, arrive(), `${to} has not come after ${timeout / 1000} s.`);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    throw new HttpError(502, 'unreachable', reason);
  } finally {
    isOver = true;
  }
};
