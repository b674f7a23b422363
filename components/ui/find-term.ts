import { createContext } from 'preact';

/** What is looked for in details, in lower case; empty: nothing. Trees open where it is. */
export const FindTerm = createContext('');
