import type * as v from 'valibot';
import { expectTypeOf, test } from 'vitest';
import type { Entry } from '../../../lib/model/entry';
import type { EpochMs, Millis } from '../../../lib/model/time';
import type { entrySchema } from '../../../lib/schema/entry-schema';

test('a span is no point in time, and a plain number is either', () => {
  expectTypeOf<Millis>().not.toExtend<EpochMs>();
  expectTypeOf<EpochMs>().not.toExtend<Millis>();
  expectTypeOf<number>().toExtend<EpochMs>();
  expectTypeOf<number>().toExtend<Millis>();
});

test('entries and their schema say which is which', () => {
  expectTypeOf<Entry['time']>().toEqualTypeOf<EpochMs>();
  expectTypeOf<Entry['duration']>().toEqualTypeOf<Millis | undefined>();
  expectTypeOf<v.InferOutput<typeof entrySchema>['time']>().toEqualTypeOf<EpochMs>();
});
