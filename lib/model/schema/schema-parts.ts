import * as v from 'valibot';
import type { SecretKind } from '../pseudonym';
import type { EpochMs, Millis } from '../time';
import { encoded, leaf, oneOf } from './schema-leaf';
import type { ValueOf } from './value-of';

/* What the schemas of a session file are made of, those of the kinds of entries among them. */

/** An object with the fields of a type, all of them and no others: TypeScript sees to it that none is forgotten here. */
export const shape =
  <T extends object>() =>
  <
    E extends { [F in keyof Required<T>]: v.GenericSchema } & {
      [F in Exclude<keyof E, keyof T>]: never;
    },
  >(
    fields: E,
  ) =>
    v.looseObject(fields);

/** An object that is declared by its fields: `ValueOf` is its type. Readers keep fields that they do not know. */
export const fields = <E extends v.ObjectEntries>(entries: E) => v.looseObject(entries);

/** What may be absent. */
export const optional = <S extends v.GenericSchema>(schema: S) => v.optional(schema);
/** What may be `null`. */
export const nullable = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);
/** A list. */
export const list = <S extends v.GenericSchema>(schema: S) => v.array(schema);
/** One of these words and no other. */
export const words = <const W extends readonly string[]>(...of: W) => v.picklist(of);

/** A number that JSON can say. */
export const finite = v.pipe(v.number(), v.finite());
/** What a `Date` can be made of. */
const latest = 8.64e15;
/** Milliseconds since the epoch that a `Date` can be made of. */
export const time = v.pipe(
  finite,
  v.minValue(-latest),
  v.maxValue(latest),
) as v.GenericSchema<EpochMs>;
/** A span of time, in milliseconds. */
export const span = finite as v.GenericSchema<Millis>;
/** How many. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Yes or no. */
export const flag = v.boolean();
/** A name. */
export const text = v.string();
/** The recording's own. */
export const own = leaf('own', v.pipe(text));
/** Free text. */
export const said = leaf('said', v.pipe(text));
/** A URL. */
export const address = leaf('address', v.pipe(text));
/** A URL that the site's developers chose. */
export const script = leaf('script', v.pipe(text));
/** A page's value. */
export const value = encoded('value');
/** A call's arguments. */
export const args = leaf('arguments', v.array(encoded()));
/** What a call resolved to. */
export const result = encoded('result');
/** A request's body. */
export const body = encoded('body');
/** Headers, each a name and a value. */
export const headers = v.array(
  leaf(
    'header',
    v.pipe(v.array(text), v.length(2)) as v.GenericSchema as v.GenericSchema<[string, string]>,
  ),
);
/** A secret as a whole, or none. */
export const secret = (kind: SecretKind) => v.nullable(leaf(kind, v.pipe(text)));

/** An error as data. `name` and `message` are cut at 1,000 characters, `stack` at 4,000. */
export const error = fields({ name: text, message: said, stack: optional(said) });
/** See `error`. */
export type ErrorData = ValueOf<typeof error>;

/** What was read, or why it could not be. */
export const read = <T extends v.GenericSchema>(ok: T) =>
  v.union([v.looseObject({ ok }), v.looseObject({ failed: error })]);

/** What a browser answers when it is asked for a permission. */
export const permission = () => oneOf('granted', 'denied', 'default', 'prompt');

export { oneOf } from './schema-leaf';
