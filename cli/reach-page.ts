import type { Exchange, ExchangeAnswer, StandInWorld } from './stand-in';

/** The isolated world's name. No page can see it. */
export const isolatedWorld = 'akpush-inspector';

/** A page with hook, keeper, bridge and reader in each document that comes. */
export interface ReachedPage {
  /** Runs an expression in the isolated world; gives its value, which must be JSON. */
  isolated<Result>(expression: string): Promise<Result | undefined>;
  /** Runs an expression in the page's own world, as a user does it that has just clicked. */
  byGesture<Result>(expression: string): Promise<Result | undefined>;
  exchange(given: Exchange): Promise<ExchangeAnswer | undefined>;
}

/** An expression whose value comes as JSON text; what it promises is waited for. */
export const asJsonText = (expression: string): string =>
  `(async () => JSON.stringify(await (${expression})))()`;

/** What such a text says. */
export const fromJsonText = <Result>(text: string | undefined): Result | undefined =>
  text === undefined ? undefined : JSON.parse(text);

/** Runs in the isolated world: must be complete in itself. */
const exchangeHere = (given: Exchange): ExchangeAnswer | undefined =>
  (globalThis as StandInWorld).akpushExchange?.(given);

/** The stand-in's exchange, by a way to the isolated world. */
export const exchangeBy =
  (isolated: ReachedPage['isolated']): ReachedPage['exchange'] =>
  (given) =>
    isolated(`(${exchangeHere})(${JSON.stringify(given)})`);
