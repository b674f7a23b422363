/** The most characters of a session file, decompressed: what a browser can hold beside the panel. What writes sessions stays below it. */
export const mostCharacters = 200_000_000;

/** The most entries of a session file. What writes sessions forgets the oldest above it and counts them as `lost`. */
export const mostEntries = 500_000;

/** The most documents of a session, frames' among them. What writes sessions forgets the oldest above it, and counts their entries as `lost`. */
export const mostPages = 10_000;
