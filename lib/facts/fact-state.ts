/**
 * What is to be thought of something that is known: `ok`: as it should be; `missing`: not there; `differs`: does not fit another; `failed`:
 * broken, refused, or could not be read; `unknown`: nothing is known that it could be held against. The value of `data-state`.
 */
export type FactState = 'ok' | 'missing' | 'differs' | 'failed' | 'unknown';
