import type * as v from 'valibot';
import type * as parts from '../schema/schema-parts';
import type { ValueOf } from '../schema/value-of';

/** What the schema of a kind's details is made of. Given when it is asked for: whoever wants a kind's names alone loads no schemas. */
export type SchemaParts = typeof parts;

/** All that is to be said of a kind of entries, once: the type of its entries, the session file, what is secret in them and what is read of them follow. */
export interface Kind<
  K extends string,
  L extends string,
  N extends string,
  S extends v.GenericSchema,
  Open extends boolean,
  Parent extends string | undefined,
> {
  /** Its name in entries and files. */
  kind: K;
  /** The key of its name for people, a message of `public/_locales`. */
  label: L;
  /** What its entries may be called. */
  names: readonly N[];
  /** True: others than these too, as a page, an SDK or a server may call its things as it likes. */
  hasOtherNames?: Open;
  /** Who records it: the hook in the page, or the panel. A page cannot say that somebody did something by the panel. */
  recordedBy: 'page' | 'panel';
  /** Whether other entries can be due to it, and are shown under it. */
  canCause?: true;
  /** The kind of which its entries are steps: they have a `parent` of that kind, and are shown as that kind. */
  stepOf?: Parent;
  /** All that an entry of it says. Each part says whose it is, so that secrets are found; see `Leaf`. */
  detail: (s: SchemaParts) => S;
  /** Details that say as little as possible, with every field that must be there: what a page made the hook say may lack anything. */
  plain: ValueOf<S>;
}

/** A kind of entries. */
export const defineKind = <
  const K extends string,
  const L extends string,
  const N extends string,
  S extends v.GenericSchema,
  const Open extends boolean = false,
  const Parent extends string | undefined = undefined,
>(
  kind: Kind<K, L, N, S, Open, Parent>,
): Kind<K, L, N, S, Open, Parent> => kind;
