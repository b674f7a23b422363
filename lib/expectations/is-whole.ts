import { type Encoded, isTagged } from '../model/encoded-value';

/** Forms of what was not read, or not to its end; an error may have more fields than its name and text. */
const unread = /^(?:array|circular|cut|deep|error|getter|string|unreadable)$/;

/** Whether the recording has all that a value has, itself: of what is within it nothing is said. Of one that was cut, what is not there may have been. */
export const isWhole = (value: Encoded | undefined): boolean =>
  !isTagged(value) || (!unread.test(value.$) && (value.more ?? 0) === 0);

/** The same, with all that is within it. */
export const isWholeWithin = (value: Encoded | undefined): boolean => {
  if (!isWhole(value)) return false;
  if (typeof value !== 'object' || value === null) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(isWholeWithin);
};
