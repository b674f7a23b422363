import * as v from 'valibot';
import type { ErrorData } from '../model/entry';
import type { SecretKind } from '../model/pseudonym';
import { encoded, leaf, oneOf } from './schema-leaf';

/* What the schemas of a session file are made of. */

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

/** A number that JSON can say. */
export const finite = v.pipe(v.number(), v.finite());
/** What a `Date` can be made of. */
const latest = 8.64e15;
/** Milliseconds since the epoch that a `Date` can be made of. */
export const time = v.pipe(finite, v.minValue(-latest), v.maxValue(latest));
/** How many. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
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
/** A secret as a whole, or none. */
export const secret = (kind: SecretKind) => v.nullable(leaf(kind, v.pipe(text)));

/** An error as data. */
export const error = shape<ErrorData>()({ name: text, message: said, stack: v.optional(said) });

/** What was read, or why it could not be. */
export const read = <T extends v.GenericSchema>(ok: T) =>
  v.union([v.looseObject({ ok }), v.looseObject({ failed: error })]);

/** What a browser answers when it is asked for a permission. */
export const permission = () => oneOf('granted', 'denied', 'default', 'prompt');
