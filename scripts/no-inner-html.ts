import type { Plugin } from 'vite';

/** Preact's only `innerHTML` write (dangerouslySetInnerHTML, unused here) becomes text, so that `web-ext lint` has nothing to warn of. */
export const noInnerHtml = (): Plugin => ({
  name: 'no-inner-html',
  transform(code: string, id: string) {
    if (!/[\\/]preact[\\/]dist[\\/]preact\.(mjs|module\.js)/.test(id)) return;
    const out = code.replace(/\b([\w$]+)\.innerHTML=([\w$]+\.__html)/g, '$1.textContent=$2');
    if (out === code) throw new Error('no-inner-html: the pattern is gone, check Preact');
    return { code: out, map: null };
  },
});
