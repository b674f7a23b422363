/* Preact's hooks without a screen, in its place where a view's logic runs alone. */

type Effect = () => undefined | (() => void);
interface Cell {
  value?: unknown;
  inputs?: readonly unknown[] | undefined;
  undo?: undefined | (() => void);
}

let cells: Cell[] = [];
let at = 0;
const effects: [Cell, Effect][] = [];
let draw = (): void => {};

const cell = (): Cell => {
  const index = at++;
  cells[index] ??= {};
  return cells[index];
};
const isSame = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean =>
  a !== undefined && b !== undefined && a.every((each, index) => Object.is(each, b[index]));

/** Runs a hook again and again as its state changes; tells what it gave last. */
export const mount = <T>(hook: () => T): (() => T) => {
  let shown: T;
  let isWaiting = false;
  const render = (): void => {
    isWaiting = false;
    at = 0;
    shown = hook();
    for (const [held, act] of effects.splice(0)) {
      held.undo?.();
      held.undo = act() ?? undefined;
    }
  };
  draw = () => {
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(render);
  };
  cells = [];
  render();
  return () => shown;
};

export const useState = <T>(first: T): [T, (next: T | ((held: T) => T)) => void] => {
  const held = cell();
  if (!('value' in held)) held.value = first;
  return [
    held.value as T,
    (next) => {
      const value = typeof next === 'function' ? (next as (held: T) => T)(held.value as T) : next;
      if (Object.is(value, held.value)) return;
      held.value = value;
      draw();
    },
  ];
};

export const useRef = <T>(first: T): { current: T } => {
  const held = cell();
  held.value ??= { current: first };
  return held.value as { current: T };
};

export const useMemo = <T>(make: () => T, inputs: readonly unknown[]): T => {
  const held = cell();
  if (!isSame(held.inputs, inputs)) Object.assign(held, { value: make(), inputs });
  return held.value as T;
};

export const useCallback = <T>(act: T, inputs: readonly unknown[]): T => useMemo(() => act, inputs);

export const useEffect = (act: Effect, inputs?: readonly unknown[]): void => {
  const held = cell();
  if (isSame(held.inputs, inputs)) return;
  held.inputs = inputs;
  effects.push([held, act]);
};
