import type { Encoded } from '../model/encoded-value';

/** What a string says when it is the JSON text of an object or an array, else `undefined`. */
export const parseJsonText = (text: string): Encoded | undefined => {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return undefined;
  try {
    return escapeTags(JSON.parse(text) as Encoded);
  } catch {
    return undefined;
  }
};

/** A page's own `$` keys are data here: the hook did not write them. Text that is made to be deeper than anybody reads stays text. */
const escapeTags = (value: Encoded, depth = 64): Encoded => {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) throw new RangeError();
  if (Array.isArray(value)) return value.map((each) => escapeTags(each, depth - 1));
  const entries = Object.entries(value).map(
    ([key, each]): Encoded => [key, escapeTags(each as Encoded, depth - 1)],
  );
  if ('$' in value) return { $: 'object', entries };
  return Object.fromEntries(entries as [string, Encoded][]);
};
