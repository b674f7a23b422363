import type { CheckOptions } from './check-options';
import { readHeader } from './read-header';
import { UsageError } from './usage-error';

/** What pages are shown by, beside their address. */
export interface AccessFlags {
  user?: string | undefined;
  cookie: readonly string[];
  header: readonly string[];
}

/** A name and what belongs to it. The text may be a secret, and is not said again. */
const readPair = (flag: string, given: string, mark: string, form: string) => {
  const at = given.indexOf(mark);
  if (at < 1) throw new UsageError(`--${flag}: expected ${form}`);
  return { name: given.slice(0, at), value: given.slice(at + 1) };
};

/** Reads a name with a password, cookies and headers. */
export const readAccess = ({
  user,
  cookie,
  header,
}: AccessFlags): Pick<CheckOptions, 'user' | 'cookies' | 'headers'> => {
  const cookies = cookie.map((given) => readPair('cookie', given, '=', 'NAME=VALUE'));
  const headers = header.map(readHeader);
  if (user === undefined) return { user: undefined, cookies, headers };
  const { name, value: password } = readPair('user', user, ':', 'NAME:PASSWORD');
  return { user: { name, password }, cookies, headers };
};
