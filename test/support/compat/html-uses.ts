import { nodeAt } from './compat-data';
import { ofAttribute } from './markup-uses';

const tags = /<([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const attributes = /([a-z-]+)(?:="([^"]*)")?/gi;

/** Elements, attributes and named values of a page as a file has it, as far as the data have a word for them. */
export const htmlUses = (html: string): string[][] =>
  [...html.matchAll(tags)].flatMap(([, name = '', rest = '']) => {
    const tag = name.toLowerCase();
    const ofTag = ['html', 'elements', tag];
    const named = [...rest.matchAll(attributes)].flatMap(([, attribute = '', value = '']) => [
      ...ofAttribute(tag, attribute)
        .filter((path) => nodeAt(...path))
        .slice(0, 1),
      ...(value === '' ? [] : [[...ofTag, attribute, value]]),
    ]);
    return [ofTag, ...named].filter((path) => nodeAt(...path));
  });
