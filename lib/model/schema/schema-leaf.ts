import * as v from 'valibot';
import type { Encoded } from '../encoded-value';
import type { SecretKind } from '../pseudonym';

/**
 * Whose a leaf of the session's schema is, so that redaction knows what it may change. A text without a leaf is a name: what is secret by its form goes, but
 * it is never taken for a word of a profile.
 */
export type Leaf =
  /** The recording's own, as a key: never changed. */
  | 'own'
  /** Free text of a page, a server, a browser or a user. */
  | 'said'
  /** A URL: its scheme and host are never changed. */
  | 'address'
  /** A URL that the site's developers chose, as that of a script: its words are no secrets elsewhere. */
  | 'script'
  /** A value of a page, in the forms of `lib/model/encoded-value.ts`. */
  | 'value'
  /** Arguments of a call, by its method those of a profile. */
  | 'arguments'
  /** What a call resolved to, by its method with values of a profile. */
  | 'result'
  /** The body of a request, by its name one of the SDK. */
  | 'body'
  /** A header: its name says what its value is. */
  | 'header'
  /** A key of a store with its value. */
  | 'row'
  /** A change of a stored value. */
  | 'change'
  /** A secret as a whole. */
  | SecretKind;

interface Said {
  leaf?: Leaf;
  words?: readonly string[];
}

const leaves = new WeakMap<v.GenericSchema, Said>();

/** Says whose what a schema describes is. Give each a schema of its own. */
export const leaf = <S extends v.GenericSchema>(whose: Leaf, schema: S): S => {
  leaves.set(schema, { leaf: whose });
  return schema;
};

/** Whose a schema's values are; `undefined` for one that says nothing. */
export const leafOf = (schema: v.GenericSchema): Leaf | undefined => leaves.get(schema)?.leaf;

/** A text of the platform's, one of these in the browsers of today. */
export const oneOf = (...words: string[]) => {
  const schema = v.pipe(v.string());
  leaves.set(schema, { words });
  return schema;
};

/** The words that a schema of `oneOf` expects. */
export const wordsOf = (schema: v.GenericSchema): readonly string[] =>
  leaves.get(schema)?.words ?? [];

/** A page's value. */
export const encoded = (whose: Leaf = 'value') =>
  leaf(
    whose,
    v.custom<Encoded>(() => true),
  );
