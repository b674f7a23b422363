/** An element of an XML document. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#10': '\n',
  '#13': '\r',
  '#9': '\t',
};

/** What no document may have (XML 1.0, 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

const decoded = (text: string): string => {
  if (/[<]/.test(text)) throw new Error(`not escaped: ${text}`);
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const known = entities[name];
    if (known === undefined || !whole.endsWith(';')) throw new Error(`no entity: ${whole}`);
    return known;
  });
};

/**
 * Reads a document of elements, attributes in double quotes and text; throws on all else, so that what passes is well-formed. Line ends and
 * tabs that stand in an attribute as they are would be read as spaces: they are no good either.
 */
export const readXml = (document: string): XmlElement => {
  if (forbidden.test(document)) throw new Error('a character that XML does not have');
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '').trimEnd();
  const token = /<\/([a-z-]+)>|<([a-z-]+)((?: [a-z-]+="[^"\n\r\t]*")*)(\/?)>|([^<]+)/gy;
  type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] };
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const [, closed, name, attributes = '', isEmpty, text] = token.exec(body) ?? [];
    const last = open.at(-1) as Open;
    if (text !== undefined) last.text += decoded(text);
    else if (closed !== undefined) {
      if (last.name !== closed || open.length === 1) throw new Error(`${closed} ends ${last.name}`);
      open.pop();
    } else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)];
      const names = pairs.map(([, each]) => each);
      if (new Set(names).size < names.length) throw new Error(`${name}: an attribute twice`);
      const read = pairs.map(([, each = '', value = '']) => [each, decoded(value)]);
      const element: Open = {
        name,
        attributes: Object.fromEntries(read),
        children: [],
        text: '',
      };
      last.children.push(element);
      if (!isEmpty) open.push(element);
    } else throw new Error(`not well-formed: ${body.slice(at, at + 80)}`);
  }
  const [first, ...others] = root.children;
  if (open.length > 1 || !first || others.length > 0 || root.text.trim() !== '')
    throw new Error('not one element');
  return first;
};
