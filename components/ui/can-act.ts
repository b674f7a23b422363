import { createContext } from 'preact';

/** Whether there is something to act on. Where there is not, as with a file, no button that acts is there. */
export const CanAct = createContext(true);

/** The document of the page that is shown: what is asked about one is not done to the next. Empty where there is none. */
export const ShownDocument = createContext('');
