// A Node-style emitter as it is in a bundle: methods on a prototype, `error` without a listener throws.

(() => {
  function EventEmitter() {
    this._events = undefined;
    this._eventsCount = 0;
  }
  EventEmitter.prototype.on = function on(name, listener) {
    this._events ??= Object.create(null);
    const held = this._events[name];
    if (!held) this._events[name] = listener;
    else if (typeof held === 'function') this._events[name] = [held, listener];
    else held.push(listener);
    this._eventsCount++;
    return this;
  };
  EventEmitter.prototype.emit = function emit(name, ...args) {
    const held = this._events?.[name];
    if (!held) {
      if (name === 'error') throw args[0];
      return false;
    }
    for (const listener of [].concat(held)) Reflect.apply(listener, this, args);
    return true;
  };
  class AkPush {}
  AkPush.events = new EventEmitter();
  window.AKPush = AkPush;

  window.scenario = async (Sdk) => {
    const { check, note, reason } = probe;
    const { events } = Sdk;
    const heard = [];
    function listener(...args) {
      heard.push({ self: this, args });
    }
    note('events', events);
    await check('nobody', events.emit('subscribe', {}) === false);
    events.on('subscribe', listener).on('subscribe', listener).on(Symbol.for('s'), listener);
    const payload = { token: 'x' };
    await check('somebody', events.emit('subscribe', payload, 1) === true);
    await check('each', heard.length === 2);
    await check('payload', heard[0].args[0] === payload && heard[1].args.length === 2);
    await check('this', heard[0].self === events);
    await check('symbol', events.emit(Symbol.for('s')) === true);
    const error = reason('error without a listener');
    const thrown = (emit) => {
      try {
        return emit();
      } catch (caught) {
        return caught;
      }
    };
    await check('error', thrown(() => events.emit('error', error)) === error);
    events.on('broken', () => {
      throw error;
    });
    await check('a listener that throws', thrown(() => events.emit('broken')) === error);
    const other = new EventEmitter();
    other.on('x', listener);
    await check('another emitter', other.emit('x', 7) === true && heard.at(-1).self === other);
    await check('nested', () => {
      events.on('outer', () => events.emit('subscribe', 'inner'));
      return events.emit('outer') && heard.at(-1).args[0] === 'inner';
    });
    note('emitter afterwards', [events, other]);
  };
})();
