// A Node-style EventEmitter, as bundlers put it into a build.

export class EventEmitter {
  constructor() {
    this._events = {};
  }
  on(name, listener) {
    this._events[name] = [...(this._events[name] ?? []), listener];
    return this;
  }
  once(name, listener) {
    const wrapped = (...args) => {
      this.off(name, wrapped);
      listener.apply(this, args);
    };
    wrapped.listener = listener;
    return this.on(name, wrapped);
  }
  off(name, listener) {
    const left = (this._events[name] ?? []).filter(
      (l) => l !== listener && l.listener !== listener,
    );
    if (left.length > 0) this._events[name] = left;
    else delete this._events[name];
    return this;
  }
  emit(name, ...args) {
    const listeners = this._events[name] ?? [];
    for (const listener of listeners) listener.apply(this, args);
    return listeners.length > 0;
  }
  listenerCount(name) {
    return (this._events[name] ?? []).length;
  }
}
EventEmitter.prototype.addListener = EventEmitter.prototype.on;
EventEmitter.prototype.removeListener = EventEmitter.prototype.off;
