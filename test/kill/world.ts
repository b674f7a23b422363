import { IDBFactory } from 'fake-indexeddb';
import { createFakeEvent, type FakeEvent } from '../support/fake-event';
import { createFakePortPair, type FakePort, type FakeSender } from '../support/fake-port';
import { createClock } from './clock';

/** Something that runs for a while: a background from its start to its end, an open panel, a document. */
export interface Place {
  name: string;
  isEnded: boolean;
  /** What the browser does when it ends. */
  onEnd: (() => void)[];
}

/**
 * What joins the places: everything that one says to another, and to the browser, is a message of its own and arrives alone, one after the other,
 * when all that the one before has brought about is done. `onMessage` is called before each, with the places that have to do with it, and may end them.
 */
export const createWorld = (onMessage: (number: number, of: readonly Place[]) => void) => {
  const clock = createClock();
  const factory = new IDBFactory();
  const waiting: [arrive: () => void, of: readonly Place[]][] = [];
  let messages = 0;
  /** Operations of the disk that are under way. */
  let busy = 0;
  let isDiskFull = false;
  const step = (of: readonly Place[]): void => onMessage(++messages, of);

  const carry = (arrive: () => void, ...of: readonly Place[]): void =>
    void waiting.push([arrive, of]);

  const begin = (name: string): Place => ({ name, isEnded: false, onEnd: [] });
  const end = (place: Place): void => {
    if (place.isEnded) return;
    place.isEnded = true;
    for (const act of place.onEnd.splice(0)) act();
  };

  /** Asks the browser for something, or other places by it. What was asked is done though the asker ends; the answer does not arrive then. */
  const ask = <T>(asker: Place, act: () => T | Promise<T>, ...of: readonly Place[]): Promise<T> =>
    new Promise((resolve, reject) => {
      if (asker.isEnded) return;
      const answer = (give: () => void): void => carry(() => asker.isEnded || give(), asker, ...of);
      carry(
        () => {
          new Promise<T>((done) => done(act())).then(
            (value) => answer(() => resolve(structuredClone(value))),
            (error) => answer(() => reject(error)),
          );
        },
        asker,
        ...of,
      );
    });

  /** An event as a place has it: gone with the place. */
  const event = <Args extends unknown[]>(place: Place): FakeEvent<Args> => {
    const made = createFakeEvent<Args>();
    place.onEnd.push(made.reset);
    return made;
  };

  /** Opens a port between two places: it is closed when one ends. */
  const connect = (
    from: Place,
    name: string,
    sender: FakeSender,
    arrive: (port: FakePort) => Place | undefined,
  ): FakePort => {
    const ends = [from];
    const { near, far } = createFakePortPair(name, sender, (message) => carry(message, ...ends));
    const forget = (port: FakePort) => () => {
      port.disconnect();
      port.onMessage.reset();
      port.onDisconnect.reset();
    };
    from.onEnd.push(forget(near));
    carry(() => {
      const to = arrive(far);
      if (to) {
        ends.push(to);
        to.onEnd.push(forget(far));
      } else far.disconnect();
    }, from);
    return near;
  };

  /** The extension's databases, as a place has them: what it writes is written at once or not at all when it ends. */
  const disk = (place: Place): Pick<IDBFactory, 'open'> => ({
    open(name, version) {
      if (place.isEnded) throw new Error(`${place.name} has ended.`);
      const request = factory.open(name, version);
      busy++;
      const opened = (): void => void busy--;
      request.addEventListener('error', opened);
      request.addEventListener('success', () => {
        opened();
        const database = request.result;
        const close = (): void => database.close();
        place.onEnd.push(close);
        if (place.isEnded) close();
        const native = database.transaction;
        database.transaction = ((...given) => {
          if (place.isEnded) throw new Error(`${place.name} has ended.`);
          const transaction = native.apply(database, given);
          busy++;
          let isDone = false;
          const done = (): void => {
            if (!isDone) busy--;
            isDone = true;
          };
          transaction.addEventListener('abort', done);
          transaction.addEventListener('complete', () => {
            done();
            // It is on the disk, and who has written it may not hear of that.
            if (transaction.mode === 'readwrite') step([place]);
          });
          const abort = (): void => {
            if (!isDone) transaction.abort();
          };
          place.onEnd.push(abort);
          if (transaction.mode !== 'readwrite') return transaction;
          if (isDiskFull) {
            transaction.abort();
            throw new DOMException('no space', 'QuotaExceededError');
          }
          step([place]);
          if (place.isEnded) throw new Error(`${place.name} has ended.`);
          return transaction;
        }) as typeof native;
      });
      return request;
    },
  });

  /** Waits for all that is done without a message and without time. */
  const calm = async (): Promise<void> => {
    do await new Promise((resolve) => setImmediate(resolve));
    while (busy > 0);
  };

  return {
    clock,
    factory,
    begin,
    end,
    carry,
    ask,
    event,
    connect,
    disk,
    calm,
    fillDisk(isFull: boolean) {
      isDiskFull = isFull;
    },
    /** Goes on, message by message and timer by timer, until something is so; tells whether it was within that many milliseconds. */
    async until(isSo: () => unknown, longest: number): Promise<boolean> {
      const last = clock.awake() + longest;
      for (;;) {
        await calm();
        const next = waiting.shift();
        if (next) {
          const [arrive, of] = next;
          step(of);
          arrive();
        } else if (await isSo()) return true;
        else if (!clock.goOn(last)) return !!(await isSo());
      }
    },
  };
};

export type World = ReturnType<typeof createWorld>;
