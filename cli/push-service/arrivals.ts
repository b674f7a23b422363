import { EventEmitter, once } from 'node:events';

/** What a double received, in order; each item can be waited for once. */
export class Arrivals<T extends object> {
  readonly all: T[] = [];
  private readonly given = new Set<T>();
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  add(item: T): T {
    this.all.push(item);
    this.emitter.emit('arrival');
    return item;
  }

  /** The oldest wanted item that no `next` has given yet; waits for one when there is none. */
  async next(isWanted: (item: T) => boolean, timeout: number, missing: () => string): Promise<T> {
    const signal = AbortSignal.timeout(timeout);
    for (;;) {
      const found = this.all.find((item) => isWanted(item) && !this.given.has(item));
      if (found) {
        this.given.add(found);
        return found;
      }
      await once(this.emitter, 'arrival', { signal }).catch(() => {
        throw new Error(`${missing()} within ${timeout} ms`);
      });
    }
  }

  clear(): void {
    this.all.length = 0;
    this.given.clear();
  }
}
