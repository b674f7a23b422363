/** Whose timers they are: those of a place that has ended do not run. */
export interface TimerOwner {
  isEnded: boolean;
}

interface Timer {
  at: number;
  act: () => void;
  every: number | undefined;
  owner: TimerOwner;
}

/** A computer's clock: time goes on when a test says so. */
export const createClock = () => {
  /** What cannot be set: timers go by it. */
  let steady = 0;
  /** What the clock on the wall shows beyond it. */
  let shown = Date.UTC(2026, 10, 23, 9);
  let slept = 0;
  let last = 0;
  const timers = new Map<number, Timer>();
  const now = (): number => shown + steady;
  const NativeDate = Date;
  class PlaceDate extends NativeDate {
    constructor(...given: [] | [number]) {
      super(...((given.length === 0 ? [now()] : given) as [number]));
    }
    static override now(): number {
      return now();
    }
  }
  const next = (): [number, Timer] | undefined => {
    let first: [number, Timer] | undefined;
    for (const each of timers) {
      if (each[1].owner.isEnded) timers.delete(each[0]);
      else if (!first || each[1].at < first[1].at) first = each;
    }
    return first;
  };
  return {
    now,
    steady: () => steady,
    /** The same without the time that the computer has slept. */
    awake: () => steady - slept,
    /** What a place has of the clock. */
    of(owner: TimerOwner) {
      const begin = steady;
      const set = (act: () => void, time = 0, every?: number): number => {
        timers.set(++last, { at: steady + Math.max(time, 1), act, every, owner });
        return last;
      };
      const clear = (timer: number): void => void timers.delete(timer);
      return {
        Date: PlaceDate,
        performance: { now: () => steady - begin, timeOrigin: now() },
        setTimeout: (act: () => void, time?: number) => set(act, time),
        setInterval: (act: () => void, time = 0) => set(act, time, time),
        clearTimeout: clear,
        clearInterval: clear,
      };
    },
    /** Goes on to the next timer and runs it; false when there is none before that moment of the time awake, to which is gone on then. */
    goOn(until: number): boolean {
      const first = next();
      if (!first || first[1].at > until + slept) {
        steady = Math.max(steady, until + slept);
        return false;
      }
      const [id, timer] = first;
      steady = Math.max(steady, timer.at);
      if (timer.every === undefined) timers.delete(id);
      else timer.at = steady + timer.every;
      timer.act();
      return true;
    },
    /** Somebody sets the clock. */
    jump(by: number): void {
      shown += by;
    },
    /** The computer sleeps: all timers are late. */
    sleep(time: number): void {
      slept += time;
      steady += time;
    },
  };
};

export type Clock = ReturnType<typeof createClock>;
