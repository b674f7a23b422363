/** A row of a table (GFM). The cells are Markdown, made by `cellCode` and `plainText(…, cellCode)`. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
