import type * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import type { Entry } from '../../../lib/model/entry';
import type { PageState } from '../../../lib/model/page-state';
import type { SessionEntry } from '../../../lib/model/session';
import { formatWords } from '../../../lib/redaction/ordinary-words';
import type { entrySchema } from '../../../lib/schema/entry-schema';
import type { stateSchema } from '../../../lib/schema/state-schema';

/** A type without the fields that readers ignore; a number is a number, whatever its unit. */
type Known<T> = T extends readonly (infer Item)[]
  ? Known<Item>[]
  : T extends number
    ? number
    : T extends object
      ? { [F in keyof T as string extends F ? never : number extends F ? never : F]: Known<T[F]> }
      : T;

/** Whether one type may be given where the other is asked for. */
type Fits<Given, Asked> = [Given] extends [Asked] ? true : false;

test('whatever is recorded fits the schema of the file, by its type', () => {
  expectTypeOf<
    Fits<Known<SessionEntry>, Known<v.InferInput<typeof entrySchema>>>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Fits<Known<PageState>, Known<v.InferInput<typeof stateSchema>>>
  >().toEqualTypeOf<true>();
});

test('enumerations are the same on both sides', () => {
  expectTypeOf<v.InferInput<typeof entrySchema>['status']>().toEqualTypeOf<Entry['status']>();
  expect(formatWords).toContain('live');
});
