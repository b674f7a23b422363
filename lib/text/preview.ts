import type { Encoded } from '../model/encoded-value';
import { viewValue } from './value-view';

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, Math.max(0, most - 1))}…` : text;

/** A value on one line, cut to about so many characters: `{email: "a@b.c", db: [1, 2]}`. */
export const previewValue = (value: Encoded, most = 120): string => {
  const view = viewValue(value);
  if (!view.members) {
    const text = cut(view.text.replace(/\s+/g, ' '), most);
    return view.type === 'string' ? `"${text}"` : text;
  }
  if (view.type === 'object' && view.text.includes(': ')) return cut(view.text, most);
  const parts: string[] = [];
  let left = most - 2;
  for (const [key, member] of view.members) {
    if (left <= 0) {
      parts.push('…');
      break;
    }
    const label = typeof key === 'string' ? `${key}: ` : '';
    const part = label + previewValue(member, Math.max(8, left - label.length));
    parts.push(part);
    left -= part.length + 2;
  }
  const inside = parts.join(', ');
  const name = view.text ? `${view.text} ` : '';
  return view.type === 'array' ? `[${inside}]` : `${name}{${inside}}`;
};
