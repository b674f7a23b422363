/** Sorts of what is not given away. The first part of a pseudonym, `email#1`. */
export const secretKinds = [
  'email',
  'phone',
  'token',
  'endpoint',
  'key',
  'cookie',
  'resource',
  'value',
  'secret',
] as const;
export type SecretKind = (typeof secretKinds)[number];

const whole = new RegExp(`^(?:https://[^/]+/)?(?:${secretKinds.join('|')})#\\d+$`);

/** Whether a text is what `redact` has put in the place of a secret: nothing can be said of its form. */
export const isPseudonym = (text: string): boolean => whole.test(text);
