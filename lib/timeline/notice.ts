import type { Session } from '../model/session';

/** What stands in the list's place when there is nothing to list. */
export type EmptyNotice =
  | 'unreachable'
  | 'reload-needed'
  | 'no-sdk'
  | 'not-recording'
  | 'nothing-yet'
  | 'no-match';

/** What stands above the list besides its entries. */
export type BannerNotice = 'unreachable' | 'reload-needed' | 'no-sdk' | 'lost';

/** Says why the list is empty; `null` when it is not. */
export const emptyNotice = (session: Session, shown: number): EmptyNotice | null => {
  if (!session.isAnswered) return null;
  if (session.entries.length > 0) return shown > 0 ? null : 'no-match';
  if (session.connection !== 'connected') return session.connection;
  return session.recording ? 'nothing-yet' : 'not-recording';
};

/** What must be said although there are entries. */
export const bannerNotices = (session: Session): BannerNotice[] => {
  const notices: BannerNotice[] = [];
  if (session.entries.length > 0 && session.connection !== 'connected') {
    notices.push(session.connection);
  }
  if (session.lost > 0) notices.push('lost');
  return notices;
};
