import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeProtobuf,
  decodeVarint,
  encodeProtobuf,
  encodeVarint,
} from '../../../cli/push-service/google/protobuf';

describe('protobuf', () => {
  test('the bytes of the documentation’s own examples', () => {
    expect(encodeProtobuf([1, 150]).toString('hex')).toBe('089601');
    expect(encodeProtobuf([2, 'testing']).toString('hex')).toBe('120774657374696e67');
    expect(encodeProtobuf([7, 1n]).toString('hex')).toBe('390100000000000000');
  });

  test('what is written is read', () => {
    const value = fc.oneof(
      fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      fc.uint8Array(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), value)), (fields) => {
        const read = decodeProtobuf(encodeProtobuf(...fields));
        for (const [field, written] of fields) {
          const wanted = typeof written === 'number' ? BigInt(written) : written;
          expect(
            read
              .get(field)
              ?.some((each) =>
                typeof each === 'bigint' || typeof wanted === 'bigint'
                  ? each === wanted
                  : each.equals(wanted),
              ),
          ).toBe(true);
        }
      }),
    );
  });

  test('a message that is cut is refused at every place', () => {
    const whole = encodeProtobuf([1, 300], [2, 'text'], [3, 5n]);
    const ends = [0, 3, 9, whole.length];
    for (let size = 0; size <= whole.length; size++) {
      const read = () => decodeProtobuf(whole.subarray(0, size));
      if (ends.includes(size)) expect(read).not.toThrow();
      else expect(read, String(size)).toThrow(RangeError);
    }
  });

  test('a number that has not wholly come is none yet', () => {
    const bytes = encodeVarint(2 ** 40);
    expect(decodeVarint(bytes.subarray(0, -1), 0)).toBeNull();
    expect(decodeVarint(bytes, 0)).toEqual({ value: 2n ** 40n, end: bytes.length });
  });
});
