import markdownIt from 'markdown-it';
import { Marked } from 'marked';

const withHtml = markdownIt({ html: true, linkify: true });
const withoutHtml = markdownIt({ html: false, linkify: true });
const marked = new Marked({ gfm: true, async: false });

/** Markdown as HTML by renderers that differ where the rules leave a choice; all know tables and make links of bare addresses. */
export const renderers: Readonly<Record<string, (text: string) => string>> = {
  'markdown-it': (text) => withHtml.render(text),
  'markdown-it without HTML': (text) => withoutHtml.render(text),
  marked: (text) => marked.parse(text, { async: false }),
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** The text of rendered HTML, as it is read. */
export const readHtml = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? '');

/** The names of the elements of rendered HTML, and where its links and whatever is loaded lead. */
export const elementsOf = (html: string): { names: Set<string>; addresses: string[] } => ({
  names: new Set([...html.matchAll(/<([a-z!?][\w-]*)/gi)].map(([, name = '']) => name)),
  addresses: [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address),
});
