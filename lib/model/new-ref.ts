/** Tells what one panel makes from what others do. */
export const panelName: string = Math.random().toString(36).slice(2, 10);

let refs = 0;

/** A name that nobody else has given to anything in the tab. */
export const newRef = (): string => `${panelName}.${++refs}`;
