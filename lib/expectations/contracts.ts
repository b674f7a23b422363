import type { Phrase } from '../model/phrase';
import type { CheckedExpectation } from './expectation';

/** A file of expectations that is kept for a site. */
export interface Contract {
  name: string;
  text: string;
}

/** Contracts by the origin of the site. */
export type Contracts = Readonly<Record<string, Contract>>;

/** What came of a contract. */
export interface ContractState {
  /** `undefined`: nobody has said what the site must do. */
  contract: Contract | undefined;
  /** Why its file cannot be read; empty: it was. */
  problem: Phrase;
  checked: readonly CheckedExpectation[];
  /** What is to be said of entries, by their keys. */
  marks: ReadonlyMap<string, 'met' | 'failed'>;
}

/** The most sites that are remembered; those that were changed longest ago are forgotten. */
const maxSites = 30;
/** The longest file that is kept, characters. */
export const mostKept = 200_000;

/** Keeps a contract for a site; `null`: none. */
export const setContract = (
  contracts: Contracts,
  origin: string,
  contract: Contract | null,
): Contracts => {
  const { [origin]: _, ...others } = contracts;
  const kept = Object.entries(others).slice(1 - maxSites);
  return Object.fromEntries(contract ? [...kept, [origin, contract]] : kept);
};

/** Reads what was saved, of whatever shape it is. */
export const readContracts = (saved: unknown): Contracts =>
  Object.fromEntries(
    Object.entries(saved ?? {})
      .filter(([, each]) => typeof each?.name === 'string' && typeof each.text === 'string')
      .slice(-maxSites),
  );
