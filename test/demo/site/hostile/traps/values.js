// Values that are hard to write down, in every place where a value can be.

{
  const throwing = (name) => ({
    enumerable: true,
    get() {
      page.touch(name);
      throw new Error('trap');
    },
  });
  const deep = (levels) => {
    let value = {};
    for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { value };
    return value;
  };
  const wide = (count) => {
    const value = {};
    for (let i = 0; i < count; i++) value[`key ${i}`] = i;
    return value;
  };
  const cyclic = { list: [] };
  cyclic.self = cyclic;
  cyclic.list.push(cyclic, cyclic.list);
  const detached = new ArrayBuffer(8);
  structuredClone(detached, { transfer: [detached] });
  class Shop {
    #secret = 1;
    name = 'Northwind';
    get secret() {
      page.touch('instance getter');
      return this.#secret;
    }
    toJSON() {
      page.touch('toJSON');
      return 'wrong';
    }
    toString() {
      page.touch('toString');
      return 'wrong';
    }
    [Symbol.toPrimitive]() {
      page.touch('toPrimitive');
      return 'wrong';
    }
  }
  const error = new RangeError('an error');
  Object.defineProperties(error, {
    name: throwing('name'),
    message: throwing('message'),
    stack: throwing('stack'),
  });
  const values = () => [
    Object.create(null, { trap: throwing('own getter') }),
    Object.defineProperty({}, 'only', { enumerable: true, set: () => page.touch('setter') }),
    cyclic,
    'x'.repeat(50_000_000),
    {
      text: 'я'.repeat(1_000_000),
      [['\u2028<', '/script>'].join('')]: '\ud800',
      $: { $: 'string' },
    },
    deep(10_000),
    new Array(1_000_000).fill({ item: 1 }),
    new Array(4_294_967_295),
    wide(100_000),
    { $: 'getter', text: 1 },
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"name":"x"}}'),
    new Shop(),
    { [Symbol.toPrimitive]: () => page.touch('toPrimitive'), toJSON: () => page.touch('toJSON') },
    new Float64Array([Number.NaN, 1]),
    new BigInt64Array(4),
    new DataView(new ArrayBuffer(4)),
    detached,
    new Uint8Array(2_000_000),
    new Date(Number.NaN),
    new Date(8.64e15),
    2n ** 100_000n,
    -0,
    Number.NEGATIVE_INFINITY,
    Symbol('s'.repeat(5000)),
    Symbol.iterator,
    () => {},
    class Named {},
    document.body,
    document.createElement('iframe'),
    window,
    document,
    location,
    navigator,
    new Error('plain', { cause: cyclic }),
    error,
    new DOMException('text', 'AbortError'),
    new AggregateError([error], 'many'),
    Object.create(Error.prototype),
    Object.create(Date.prototype),
    Object.create(DOMException.prototype),
    Object.create(Promise.prototype),
    new Map([[cyclic, 1]]),
    new WeakRef(cyclic),
    Object.create(new Proxy({}, { getPrototypeOf: () => 7 })),
    null,
    undefined,
    '',
    document.all,
  ];
  page.steps.push(async (instance) => {
    const { results, sdk } = page;
    results.values = 0;
    let heard;
    sdk.events.on('value', (value) => {
      heard = value;
    });
    for (const value of values()) {
      page.answer = value;
      // A resolved value with a `then` of its own is asked for it: by the SDK's own promise.
      let answer;
      try {
        answer = await instance.initSubscription(value);
      } catch (reason) {
        answer = reason.name;
      }
      const isSame = Object.is(page.seen, value) && Object.is(answer, value ?? page.answered);
      let rejected;
      let thrown;
      try {
        await instance.updateSubscription(value);
      } catch (reason) {
        rejected = reason;
      }
      try {
        instance.suspendSubscription(value);
      } catch (reason) {
        thrown = reason;
      }
      sdk.events.emit('value', value);
      sdk.events.emit(value, value);
      const made = new AKPush(value);
      if (isSame && [rejected, thrown, heard, made.config].every((held) => Object.is(held, value)))
        results.values++;
      else results[`value ${results.values}`] = typeof value;
    }
    page.answer = undefined;
  });
}
