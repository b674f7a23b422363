import { formatNumber } from '../i18n/format-number';
import { message } from '../i18n/message';

/** How deep a session file is read: the hook goes 16 levels into a page's value, which lies 10 levels in the file at most. */
const deepest = 80;

/** The most characters of one text: the hook takes 20,000. */
const longestText = 200_000;

const cutText = (text: string): string =>
  text.slice(0, longestText) + message('textCut', formatNumber(text.length - longestText));

/**
 * Changes a value that was read from JSON so that all who look at it can: what is too deep becomes `{$: 'deep'}`, what is too long
 * ends with words on how much is not shown. Nothing else is changed.
 */
export const boundValue = (value: unknown, depth = deepest): unknown => {
  if (typeof value === 'string') return value.length > longestText ? cutText(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return { $: 'deep' };
  for (const [key, each] of Object.entries(value)) {
    const bounded = boundValue(each, depth - 1);
    // By its definition: `__proto__` is a key like any other here.
    if (bounded !== each)
      Object.defineProperty(value, key, {
        value: bounded,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return value;
};
