import { firebaseDefaultKey } from '../akpush/firebase-default-key';
import { toBase64Url } from '../model/encoded-value';
import { isPseudonym, type SecretKind } from '../model/pseudonym';

/** One spelling for a secret that is written in many: keys as bytes and in both base64s, phones with and without separators. */
const canonical = (kind: SecretKind, secret: string): string => {
  switch (kind) {
    case 'email':
      return secret.normalize('NFKC').toLowerCase();
    case 'value':
      return secret.normalize('NFC').toLowerCase();
    case 'phone':
      return secret.normalize('NFKC').replace(/\D/g, '') || secret;
    case 'key':
      return toBase64Url(secret);
    default:
      return secret;
  }
};

/** Gives every secret one name, the same wherever it is met, so that it is seen what equals what. */
export class Pseudonyms {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<SecretKind, number>();

  /** The name of a secret. A name is its own name. */
  of(kind: SecretKind, secret: string): string {
    if (isPseudonym(secret)) return secret;
    const plain = canonical(kind, secret);
    // It is in Firebase's library, and what is bound to it is told by it.
    if (plain === firebaseDefaultKey) return secret;
    const known = this.names.get(plain);
    if (known !== undefined) return known;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    // Which push service it is tells more than it gives away.
    const isUrl = kind === 'endpoint' && /^https?:/.test(secret) && URL.canParse(secret);
    const host = isUrl ? `https://${new URL(secret).host}/` : '';
    const name = `${host}${kind}#${count}`;
    this.names.set(plain, name);
    return name;
  }

  /** All secrets that have a name. */
  get secrets(): ReadonlyMap<string, string> {
    return this.names;
  }
}
