import { createContext } from 'preact';

/** Whether what is shown is a file: then nothing can be done to a page. */
export const ReadOnly = createContext(false);
