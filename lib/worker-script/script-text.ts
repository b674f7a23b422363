/* What a worker's script says by its text. */

const call = /\bimportScripts\s{0,20}\(([^)]{0,2000})\)/g;
const literal = /(["'`])((?:(?!\1)[^\\\n]|\\.){0,500})\1/g;
/** Workbox's loader: `define(['./workbox-1a2b'], …)`, whose own `importScripts` has a computed address. */
const defined = /\bdefine\s{0,20}\(\s{0,20}\[([^\]]{0,500})\]/g;

const literalsIn = (args: string): string[] =>
  [...args.matchAll(literal)].map(([, , text = '']) => text);

/** The addresses that a worker's script imports, as they stand in it, against its own address. Computed ones cannot be seen. */
export const importedScripts = (source: string, base: string): string[] => {
  const called = [...source.matchAll(call)].flatMap(([, args = '']) => literalsIn(args));
  const loaded = source.includes('importScripts')
    ? [...source.matchAll(defined)].flatMap(([, names = '']) => literalsIn(names))
    : [];
  const files = loaded.filter((name) => name.startsWith('./')).map((name) => `${name}.js`);
  const found = [...called, ...files];
  const urls = found.filter((text) => !text.includes('${') && URL.canParse(text, base));
  // One more than is read, so that it is known when some are not.
  return [...new Set(urls.map((text) => new URL(text, base).href))].slice(0, 21);
};

/** A module's own way to import, which `importScripts` is in place of in most workers. */
const statement = /(?:^|[;}/\n])\s{0,20}import(?:\s{0,20}["'{*]|\s{1,20}\w)/;

/** `importScripts` that is called by another name, or as a value: what it is given is not looked for. */
const indirect =
  /\bimportScripts(?:\s{0,20}\.\s{0,20}(?:apply|call|bind)\b|["'`]\s{0,20}\])|=\s{0,20}(?:self\s{0,20}\.\s{0,20})?importScripts\s{0,20}[;,\n]/;

/** Whether a script imports something whose address is computed, or as modules do, which is not followed. */
export const hasUnseenImports = (source: string): boolean => {
  const computed = [...source.matchAll(call)].filter(([, args = '']) => {
    const rest = args.replace(literal, '').replace(/[\s,]/g, '');
    return rest !== '' || literalsIn(args).some((text) => text.includes('${'));
  });
  // The loader's own call is computed, and what it loads is known.
  const ofLoader = /\bdefine\s{0,20}\(\s{0,20}\[/.test(source) ? 1 : 0;
  return statement.test(source) || indirect.test(source) || computed.length > ofLoader;
};

/** Whether a script's text has a `push` listener: a guess, as text can say it in many ways. */
export const mentionsPushHandler = (source: string): boolean =>
  /addEventListener\s{0,20}\(\s{0,20}["'`]push["'`]|\bonpush\s*=/.test(source);

/**
 * Whether a worker's script has a listener of clicks on notifications before its first import that lets no later listener hear of them: a guess,
 * by its text. Of a script without imports nothing is known: Firebase's library does so too, for the SDK.
 */
export const swallowsClicks = (source: string): boolean => {
  const [before = '', ...imports] = withoutComments(source).split(/\bimportScripts\s{0,20}\(/);
  return (
    imports.length > 0 &&
    /["'`]notificationclick["'`]|\bonnotificationclick\b/.test(before) &&
    before.includes('stopImmediatePropagation')
  );
};

/** A text without its block comments; one that does not end takes the rest with it. */
const withoutComments = (source: string): string =>
  source
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.split('*/').slice(1).join('*/')))
    .join('');

/** Whether there is nothing but space and comments in a script. */
export const isEmptyScript = (source: string): boolean =>
  withoutComments(source)
    .split('\n')
    .every((line) => line.trim() === '' || line.trim().startsWith('//'));
