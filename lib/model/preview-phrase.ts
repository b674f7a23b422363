import type { Encoded } from './encoded-value';
import type { Phrase } from './phrase';
import { shapeOf } from './value-shape';

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, Math.max(0, most - 1))}…` : text;

/** How long a message is taken to be, whose words are not known here. */
const messageLength = 20;

/** Phrases one after another; texts side by side are one. */
const joined = (parts: readonly Phrase[]): Phrase => {
  const all: Phrase[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else if (part !== '') all.push(part);
  }
  return all.length > 1 ? { parts: all, by: '' } : (all[0] ?? '');
};

/** A value on one line, cut to about so many characters: `{email: "a@b.c", db: [1, 2]}`. Only why something was not read is to be worded. */
export const previewPhrase = (value: Encoded, most = 120): Phrase => {
  const shape = shapeOf(value);
  if (!shape.members) {
    if (typeof shape.text !== 'string') return shape.text;
    const text = cut(shape.text.replace(/\s+/g, ' '), most);
    return shape.type === 'string' ? `"${text}"` : text;
  }
  if (shape.type === 'object' && shape.text.includes(': ')) return cut(shape.text, most);
  const parts: Phrase[] = [];
  let left = most - 2;
  for (const [key, member] of shape.members) {
    if (parts.length > 0) parts.push(', ');
    if (left <= 0) {
      parts.push('…');
      break;
    }
    const label = typeof key === 'string' ? `${key}: ` : '';
    const shown = previewPhrase(member, Math.max(8, left - label.length));
    parts.push(label, shown);
    left -= label.length + (typeof shown === 'string' ? shown.length : messageLength) + 2;
  }
  const name = shape.text ? `${shape.text} ` : '';
  return shape.type === 'array'
    ? joined(['[', ...parts, ']'])
    : joined([`${name}{`, ...parts, '}']);
};
