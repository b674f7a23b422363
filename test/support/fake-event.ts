type Listener<Args extends unknown[]> = (...args: Args) => unknown;

/** An event of the extension API: what code adds to, and what a test fires. */
export interface FakeEvent<Args extends unknown[]> {
  addListener(listener: Listener<Args>): void;
  removeListener(listener: Listener<Args>): void;
  hasListener(listener: Listener<Args>): boolean;
  /** How many there are. */
  readonly size: number;
  /** Calls the listeners; returns what they returned. */
  fire(...args: Args): unknown[];
  /** Forgets the listeners. */
  reset(): void;
}

/** Makes an event without listeners. */
export const createFakeEvent = <Args extends unknown[]>(): FakeEvent<Args> => {
  const listeners = new Set<Listener<Args>>();
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    hasListener: (listener) => listeners.has(listener),
    get size() {
      return listeners.size;
    },
    fire: (...args) => [...listeners].map((listener) => listener(...args)),
    reset: () => listeners.clear(),
  };
};
