// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { errorToJson, listToJson, toJson } from '../../../entrypoints/hook/to-json';

// Vitest formats stacks itself, as a page can: none would be read.
delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;

const read = (value: unknown) => JSON.parse(toJson(value));

/** An object whose every getter counts. */
const trapped = () => {
  let calls = 0;
  const value = Object.defineProperty({ plain: 1 }, 'trap', {
    enumerable: true,
    get: () => {
      calls++;
      throw new Error('called');
    },
  });
  return { value, calls: () => calls };
};

describe('a value as JSON', () => {
  test.each([
    [null, null],
    [true, true],
    [1.5, 1.5],
    ['text', 'text'],
    [{ a: [1, { b: 'c' }] }, { a: [1, { b: 'c' }] }],
    [Object.create(null, { a: { value: 1, enumerable: true } }), { a: 1 }],
    [undefined, { $: 'undefined' }],
    [Number.NaN, { $: 'number', text: 'NaN' }],
    [Number.NEGATIVE_INFINITY, { $: 'number', text: '-Infinity' }],
    [12n, { $: 'bigint', text: '12' }],
    [2n ** 300n, { $: 'bigint', text: '…' }],
    [Symbol('s'), { $: 'symbol', text: 'Symbol(s)' }],
    [function named() {}, { $: 'function', name: 'named' }],
    [new Date(0), { $: 'date', text: '1970-01-01T00:00:00.000Z' }],
    [new Date(Number.NaN), { $: 'object', class: 'Date', entries: [] }],
    [new Uint8Array([1, 2, 255]), { $: 'bytes', text: 'AQL/', length: 3 }],
    [new Uint8Array([1, 2, 255]).buffer, { $: 'bytes', text: 'AQL/', length: 3 }],
    [new Uint8Array([0, 1, 2]).subarray(1), { $: 'bytes', text: 'AQI=', length: 2 }],
    [{ $: 'mine' }, { $: 'object', entries: [['$', 'mine']] }],
    [Object.assign(new Array(2), { 1: 1 }), [{ $: 'undefined' }, 1]],
  ])('%o', (value, json) => {
    expect(read(value)).toEqual(json);
  });

  test('names the class of an object', () => {
    class Subscriber {
      email = 'a@b.c';
    }
    expect(read(new Subscriber())).toEqual({
      $: 'object',
      class: 'Subscriber',
      entries: [['email', 'a@b.c']],
    });
  });

  test('an own key __proto__ stays a key', () => {
    const value = JSON.parse('{"__proto__": {"polluted": true}}');
    expect(toJson(value)).toBe('{"__proto__":{"polluted":true}}');
  });

  test('calls no getter', () => {
    const { value, calls } = trapped();
    expect(read(value)).toEqual({ plain: 1, trap: { $: 'getter' } });
    expect(read([value])).toEqual([{ plain: 1, trap: { $: 'getter' } }]);
    expect(calls()).toBe(0);
  });

  test('calls no toJSON, toString or Symbol.toPrimitive', () => {
    const refuse = () => {
      throw new Error('called');
    };
    const value = { toJSON: refuse, toString: refuse, [Symbol.toPrimitive]: refuse };
    const shown = { $: 'function', name: 'refuse' };
    expect(read(value)).toEqual({ toJSON: shown, toString: shown });
  });

  test('says of what throws that it cannot be read', () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(read({ hostile, proxy, after: 1 })).toEqual({
      hostile: { $: 'unreadable' },
      proxy: { $: 'unreadable' },
      after: 1,
    });
  });

  test('stops at a cycle, but shows the same object twice', () => {
    const shared = { a: 1 };
    const value: Record<string, unknown> = { one: shared, two: shared };
    value.self = value;
    expect(read(value)).toEqual({ one: { a: 1 }, two: { a: 1 }, self: { $: 'circular' } });
  });

  test('cuts long text and says how long it was', () => {
    const { $, text, length } = read('x'.repeat(50_000));
    expect([$, text.length, length]).toEqual(['string', 10_000, 50_000]);
  });

  test('cuts long lists and wide objects', () => {
    const list = read(new Array(100_000).fill(1));
    expect([list.$, list.items.length, list.length]).toEqual(['array', 200, 100_000]);
    const wide = read(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i])));
    expect([wide.$, wide.entries.length, wide.more]).toEqual(['object', 200, 800]);
  });

  test('goes no deeper than it must', () => {
    let deep: unknown = 'bottom';
    for (let i = 0; i < 10_000; i++) deep = { deep };
    const text = toJson(deep);
    expect(text).toContain('{"$":"deep"}');
    expect(text.length).toBeLessThan(1000);
  });

  test('is bounded in total, and still JSON', () => {
    const value = Array.from({ length: 200 }, () => 'y'.repeat(9_000));
    const text = toJson(value);
    expect(text.length).toBeLessThan(80_000);
    expect(JSON.parse(text).at(-1)).toEqual({ $: 'cut' });
  });

  test('lists a call’s arguments from an index', () => {
    expect(JSON.parse(listToJson(['name', { a: 1 }, undefined], 1))).toEqual([
      { a: 1 },
      { $: 'undefined' },
    ]);
    expect(listToJson([])).toBe('[]');
  });
});

describe('an error as JSON', () => {
  test('has its name, message and stack', () => {
    const { name, message, stack } = JSON.parse(errorToJson(new TypeError('x is null')));
    expect([name, message]).toEqual(['TypeError', 'x is null']);
    expect(stack).toContain('to-json.test.ts');
  });

  test.each([
    ['text', { name: 'string', message: 'text' }],
    [undefined, { name: 'undefined', message: 'undefined' }],
    [Symbol('s'), { name: 'symbol', message: 'Symbol(s)' }],
    [
      { name: 'Own', message: 'data' },
      { name: 'Own', message: 'data' },
    ],
    [Object.freeze({}), { name: 'Error', message: '' }],
  ])('%o', (thrown, json) => {
    expect(JSON.parse(errorToJson(thrown))).toEqual(json);
  });

  test('never throws', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(JSON.parse(errorToJson(proxy))).toEqual({ name: 'Error', message: '' });
  });
});

/** Values of a seeded generator, of every sort that a page could pass. */
const fuzz = (seed: number) => {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  const make = (depth: number): unknown => {
    const sorts: (() => unknown)[] = [
      () => '\u2028"\\\ud800'.repeat(random(4)),
      () => random(1000) / 7,
      () => [undefined, null, true, Number.NaN, 5n, Symbol.iterator, () => {}][random(7)],
      () => new Uint16Array(random(5)),
      () => new Map([[1, 2]]),
      () => new RangeError('r'),
      () => Array.from({ length: random(5) }, () => make(depth - 1)),
      () =>
        Object.fromEntries(
          Array.from({ length: random(5) }, (_, i) => [`${'$"k'[random(3)]}${i}`, make(depth - 1)]),
        ),
    ];
    return (sorts[random(depth > 0 ? sorts.length : 6)] as () => unknown)();
  };
  return make(6);
};

test('whatever a page passes, the text is JSON', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const value = fuzz(seed);
    expect(() => JSON.parse(toJson(value)), `seed ${seed}`).not.toThrow();
  }
});

describe('what is large costs little', () => {
  /** Counts what is asked of an object. */
  const counted = (target: object) => {
    let asked = 0;
    const count =
      (method: string) =>
      (...args: unknown[]) => {
        asked++;
        return Reflect[method as 'get'](...(args as [object, string]));
      };
    const handler = Object.fromEntries(
      Object.getOwnPropertyNames(Reflect).map((method) => [method, count(method)]),
    );
    return { value: new Proxy(target, handler), asked: () => asked };
  };
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key ${i}`, i]));
  const deep = (levels: number): object => {
    let value: object = {};
    for (let i = 0; i < levels; i++) value = { value };
    return value;
  };

  test.each([
    ['an object of many keys', wide],
    ['a list', Array(1_000_000).fill({ a: 1 })],
    ['a list of nothing', Array(4_000_000_000)],
    ['a list of lists', Array(1_000).fill(Array(1_000).fill(Array(1_000).fill([])))],
    ['many large objects', Array(200).fill(wide)],
    ['something deep', deep(100_000)],
    ['a map', new Map(Object.entries(wide))],
    ['bytes', new Float64Array(1_000_000)],
    ['a boxed text', new String('x'.repeat(30_000_000))],
    [
      'an error',
      Object.assign(new Error('x'.repeat(30_000_000)), { stack: 'x'.repeat(30_000_000) }),
    ],
    ['a symbol', Symbol('x'.repeat(30_000_000))],
    ['a function', Object.defineProperty(() => {}, 'name', { value: 'x'.repeat(30_000_000) })],
    ['a date with keys', Object.assign(new Date(0), wide)],
  ])('%s', (_what, value) => {
    expect(toJson(value).length).toBeLessThan(200_000);
    expect(listToJson([value, value, value]).length).toBeLessThan(200_000);
  });

  test('of each large object only some keys are looked at, of several only the first is listed', () => {
    const first = counted(wide);
    const others = Array.from({ length: 50 }, () => counted(wide));
    toJson([first.value, ...others.map(({ value }) => value)]);
    expect(first.asked()).toBeLessThan(500);
    for (const { asked } of others) expect(asked()).toBe(0);
  });

  test('a boxed text is shown by its text', () => {
    expect(read(new String('text'))).toBe('text');
    class Name extends String {}
    expect(read(new Name('own'))).toBe('own');
    expect(read(Object.create(String.prototype))).toMatchObject({ $: 'object', class: 'String' });
  });
});
