/** The element id of a row of the list. */
export const rowId = (key: string): string => `row-${key}`;
