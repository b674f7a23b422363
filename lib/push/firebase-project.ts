import { readServiceAccount } from './service-account';

/** Who knows of Firebase's project. */
export interface ProjectSources {
  /** What somebody has written. */
  typed: string;
  account: string;
  accessToken: string;
  /** That of the page's SDK. */
  ofPage: string | undefined;
}

/** The project to send by: a service account speaks for its own. */
export const firebaseProject = ({
  typed,
  account,
  accessToken,
  ofPage,
}: ProjectSources): string | undefined => {
  if (typed.trim() !== '') return typed.trim();
  const read = accessToken.trim() === '' ? readServiceAccount(account) : undefined;
  return (read && 'projectId' in read ? read.projectId : undefined) ?? ofPage;
};
