import { inWords } from '../text/in-words';
import type { StateItem } from './state-item';

/** Whether a line has a text in its label, its value or its note. `term` is in lower case; an empty one is in every line. */
export const matchesItem = ({ label, text, note }: StateItem, term: string): boolean =>
  term === '' ||
  [{ key: label, values: [] }, text, note ?? ''].some((each) =>
    inWords(each).toLowerCase().includes(term),
  );
