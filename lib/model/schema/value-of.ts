import type * as v from 'valibot';

type Optional = v.OptionalSchema<v.GenericSchema, undefined>;

type Fields<E> = {
  [F in keyof E as E[F] extends Optional ? never : F]: ValueOf<E[F]>;
} & {
  [F in keyof E as E[F] extends Optional ? F : never]?: E[F] extends v.OptionalSchema<
    infer S,
    undefined
  >
    ? ValueOf<S>
    : never;
};

type Flat<T> = T extends infer O ? { [F in keyof O]: O[F] } : never;

/** The type that a schema says. Of an object its own fields alone: that readers keep others is nothing to count on. */
export type ValueOf<S> =
  S extends v.LooseObjectSchema<infer E, undefined>
    ? Flat<Fields<E>>
    : S extends v.ArraySchema<infer I, undefined>
      ? ValueOf<I>[]
      : S extends v.NullableSchema<infer I, undefined>
        ? ValueOf<I> | null
        : S extends v.GenericSchema
          ? v.InferOutput<S>
          : never;
