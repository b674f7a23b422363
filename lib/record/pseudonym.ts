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

/** Gives every secret one name, the same wherever it is met, so that it is seen what equals what. */
export class Pseudonyms {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<SecretKind, number>();

  /** The name of a secret. A name is its own name. */
  of(kind: SecretKind, secret: string): string {
    if (isPseudonym(secret)) return secret;
    const known = this.names.get(secret);
    if (known !== undefined) return known;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    // Which push service it is tells more than it gives away.
    const isUrl = kind === 'endpoint' && /^https?:/.test(secret) && URL.canParse(secret);
    const host = isUrl ? `https://${new URL(secret).host}/` : '';
    const name = `${host}${kind}#${count}`;
    this.names.set(secret, name);
    return name;
  }

  /** All secrets that have a name. */
  get secrets(): ReadonlyMap<string, string> {
    return this.names;
  }
}
