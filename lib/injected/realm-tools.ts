import type { ErrorData } from '../model/entry';

/** What stands in a native function's place: it is given that function, and what it was called with. */
export type Act = (native: () => unknown, self: never, args: unknown[]) => unknown;

/** What a realm is observed with. */
export interface RealmTools {
  /** Wraps a member of a prototype. One that is not there, or cannot be replaced, is left alone. */
  wrap(owner: object | undefined, name: string, act: Act): void;
  /** Takes the wrapping back; how many members somebody else has wrapped meanwhile: those go by themselves at their next call. */
  restore(): number;
  /** As JSON; the beginning of its text where it is too long, what went wrong where it cannot be. */
  plain(value: unknown): never;
  errorOf(thrown: unknown): ErrorData & { stack: string };
  absolute(url: unknown): string;
}

/**
 * Runs in a worker's realm: it must be complete in itself. `isOver`: from then on each call of a wrapped member goes to the native function alone.
 * `base`: what addresses are relative to.
 */
export const realmTools = (isOver: () => boolean, base: string, maxText: number): RealmTools => {
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const Wrapping = Proxy;
  const wrapped: { owner: object; name: string; held: PropertyDescriptor; proxy: unknown }[] = [];
  const restore = (): number => {
    for (let at = wrapped.length - 1; at >= 0; at--) {
      const { owner, name, held, proxy } = wrapped[at] as (typeof wrapped)[number];
      const current = getOwnPropertyDescriptor(owner, name);
      // Somebody has put something over it: it would be lost.
      if (current?.value !== proxy && current?.get !== proxy) continue;
      defineProperty(owner, name, held);
      wrapped.splice(at, 1);
    }
    return wrapped.length;
  };
  const wrap: RealmTools['wrap'] = (owner, name, act) => {
    const held = owner && getOwnPropertyDescriptor(owner, name);
    const native = held?.value ?? held?.get;
    if (!owner || !held?.configurable || typeof native !== 'function') return;
    const proxy = new Wrapping(native, {
      apply(_target, self, args: unknown[]) {
        if (!isOver()) return act(native, self as never, args);
        restore();
        return apply(native, self, args);
      },
    });
    defineProperty(owner, name, { ...held, [held.get ? 'get' : 'value']: proxy });
    wrapped.push({ owner, name, held, proxy });
  };
  const { stringify, parse } = JSON;
  const Address = URL;
  const plain = (value: unknown): never => {
    try {
      const written = stringify(value ?? null) ?? 'null';
      return (written.length > maxText ? written.slice(0, maxText) : parse(written)) as never;
    } catch (error) {
      return String(error) as never;
    }
  };
  const errorOf = (thrown: unknown) => {
    try {
      const { name, message, stack } = (thrown ?? {}) as Partial<Error>;
      return {
        name: String(name ?? 'Error').slice(0, 200),
        message: String(message ?? thrown).slice(0, 1_000),
        stack: String(stack ?? '').slice(0, 4_000),
      };
    } catch {
      return { name: 'Error', message: '', stack: '' };
    }
  };
  const absolute = (url: unknown): string => {
    try {
      return new Address(String(url), base).href;
    } catch {
      return String(url);
    }
  };
  return { wrap, restore, plain, errorOf, absolute };
};
