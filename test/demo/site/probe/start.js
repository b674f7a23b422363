// Before the SDK: what the page looks like without it, and the means to describe it later.

// biome-ignore lint/correctness/noUnusedVariables: used by the scripts that follow
const probe = (() => {
  const kept = { typeOf: typeof AKPush, value: String(window.AKPush), keys: Object.keys(window) };
  const checks = {};
  const notes = {};
  /** Reasons that the page has thrown away: an event is told by its place here. */
  const reasons = [];
  const rejections = [];
  const errors = [];
  /** What the SDK saw of each call. */
  const seen = [];

  addEventListener('unhandledrejection', (event) => {
    rejections.push(`${reasons.indexOf(event.reason)} ${event.reason}`);
    event.preventDefault();
  });
  addEventListener('error', (event) => {
    errors.push(event.message);
    event.preventDefault();
  });

  const named = {
    Object,
    Function,
    Array,
    Promise,
    Error,
    TypeError,
    Date,
    EventTarget,
    Map,
    WeakMap,
  };
  const natives = Object.entries(named).flatMap(([name, maker]) => [
    [maker, name],
    [maker.prototype, `${name}.prototype`],
  ]);

  const canConstruct = (value) => {
    try {
      Reflect.construct(Object, [], value);
      return true;
    } catch {
      return false;
    }
  };

  /** All that reflection tells of a value, as JSON; an object that was met before is told by its number. */
  const describe = (value, known = new Map(natives), depth = 0) => {
    if (typeof value === 'symbol') return String(value);
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null)
      return value === undefined ? 'undefined' : value;
    if (known.has(value)) return `#${known.get(value)}`;
    known.set(value, known.size);
    if (depth > 6) return 'deep';
    const more = (of) => describe(of, known, depth + 1);
    return {
      type: typeof value,
      tag: Object.prototype.toString.call(value),
      isExtensible: Object.isExtensible(value),
      ...(typeof value === 'function' && { canConstruct: canConstruct(value) }),
      enumerable: Object.keys(value),
      own: Reflect.ownKeys(value).map((key) => {
        // The object that a plain function would give to what `new` makes of it: nobody makes anything of a method.
        if (key === 'prototype' && depth > 0 && Object.hasOwn(value.prototype, 'constructor'))
          if (Reflect.ownKeys(value.prototype).length === 1) return ['prototype', 'unused'];
        const { value: held, get, set, ...flags } = Object.getOwnPropertyDescriptor(value, key);
        return [String(key), flags, get || set ? [more(get), more(set)] : more(held)];
      }),
      prototype: more(Object.getPrototypeOf(value)),
    };
  };

  return {
    seen,
    /** A fact that must be true; a rejected or thrown one is a fact that is not. */
    async check(name, fact) {
      try {
        checks[name] = (await (typeof fact === 'function' ? fact() : fact)) === true;
      } catch (error) {
        checks[name] = String(error);
      }
    },
    note(name, value) {
      notes[name] = describe(value);
    },
    describe,
    reason(text) {
      const reason = new Error(text);
      reasons.push(reason);
      return reason;
    },
    /** Lets the browser report what nobody has caught. */
    async turns() {
      for (let i = 0; i < 8; i++) await new Promise((done) => setTimeout(done));
    },
    /** Tells what a call comes to, without its identity. */
    async outcome(call) {
      try {
        return { value: describe(await call()) };
      } catch (error) {
        return { error: `${error?.name}: ${error?.message}` };
      }
    },
    // Rejections of one turn are told in an order that says nothing.
    finish: () => ({ ...kept, checks, notes, rejections: rejections.toSorted(), errors }),
  };
})();
