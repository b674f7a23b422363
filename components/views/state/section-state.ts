import { createContext } from 'preact';

/** How the sections of the State view stand: what is looked for, and which are folded. */
export interface SectionState {
  /** In lower case; empty: nothing is looked for. */
  term: string;
  /** A text is looked for in the whole view: nothing is folded meanwhile. */
  isSearched: boolean;
  /** Sections that the user has folded or opened; of others their content decides. */
  folded: Readonly<Record<string, boolean>>;
  onFold(name: string, isFolded: boolean): void;
}

export const SectionContext = createContext<SectionState>({
  term: '',
  isSearched: false,
  folded: {},
  onFold() {},
});
