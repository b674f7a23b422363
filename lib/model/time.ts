/* Numbers that are times. The mark is for the compiler alone: a span where a point in time is asked for is an error, a plain number is not. */

/** A point in time: milliseconds since the epoch, as `Date.now()` gives them; may have a fraction. */
export type EpochMs = number & { readonly unit?: 'since the epoch' };

/** A span of time, in milliseconds; may have a fraction. */
export type Millis = number & { readonly unit?: 'span' };
