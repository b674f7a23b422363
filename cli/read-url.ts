/** An address with its scheme, which is `https` where none is written. */
export const withScheme = (given: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`;

/** The address of a page, as it was written but with a scheme; `undefined`: it is none. */
export const readUrl = (given: string): string | undefined => {
  const text = withScheme(given);
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;
};
