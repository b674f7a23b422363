import type { CheckOptions } from './check-options';
import { basicHeaders, credentialsFor } from './give-access';
import { plain } from './plain';

/** The shortest name, password or cookie that is looked for: a shorter one would be met by chance. */
const shortest = 8;

/** The texts by which a page is shown to its visitor, which are nobody's business where a page or a server says them again. `given`: the page's address as it was given. */
export const secretTexts = (
  given: string | undefined,
  { user, cookies, headers = [] }: Pick<CheckOptions, 'user' | 'cookies'> & Partial<CheckOptions>,
): string[] => {
  const who = given === undefined ? user : credentialsFor(given, user);
  const { Authorization: basic = '' } = basicHeaders(who);
  const values = cookies.flatMap(({ value }) => [value, plain(value)]);
  const texts = [who?.name ?? '', who?.password ?? '', basic.replace('Basic ', ''), ...values];
  return [
    ...new Set([
      ...headers.map(({ value }) => value),
      ...texts.filter(({ length }) => length >= shortest),
    ]),
  ];
};
