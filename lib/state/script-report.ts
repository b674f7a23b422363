import type { Read } from './page-state';

/** What a server answered for a script, and what the script's text shows. */
export interface ScriptReport {
  url: string;
  /** HTTP status; of the last answer when there was a redirect. */
  httpStatus: number;
  /** Where a redirect led to, which no browser follows for a worker's script. */
  redirectedTo: string | null;
  mime: string;
  /** `Service-Worker-Allowed`: the widest scope that the server grants. */
  allowed: string | null;
  cacheControl: string | null;
  /** Characters. */
  size: number;
  /** Targets of `importScripts` with constant addresses, and the status that each answers with. */
  imports: { url: string; answer: Read<number> }[];
  /** By its text: whether the script itself listens to `push`. One that only imports another may still do so. */
  hasPushHandler: boolean;
  /** What decides whether a tag of the page may run it; absent for a worker's script. */
  tag?: TagAnswer;
}

/** What a server's answer says of a script that a tag of the page loads. */
export interface TagAnswer {
  /** Begins as HTML does. */
  isHtml: boolean;
  /** `X-Content-Type-Options: nosniff`: only what has a script's MIME type is run. */
  isNosniff: boolean;
  /** Whether it has one of the digests that the tag's `integrity` asks for; `null` where that asks for none. */
  isIntact: boolean | null;
  /** `Cross-Origin-Resource-Policy`. */
  resourcePolicy: string | null;
  /** `Access-Control-Allow-Origin`. */
  allowOrigin: string | null;
}

const call = /\bimportScripts\s{0,20}\(([^)]{0,2000})\)/g;
const literal = /(["'`])((?:(?!\1)[^\\\n]|\\.){0,500})\1/g;

/** The addresses that a worker's script imports, as they stand in it, against its own address. Computed ones cannot be seen. */
export const importedScripts = (source: string, base: string): string[] => {
  const found = [...source.matchAll(call)].flatMap(([, args = '']) =>
    [...args.matchAll(literal)].map(([, , text = '']) => text),
  );
  const urls = found.filter((text) => !text.includes('${') && URL.canParse(text, base));
  return [...new Set(urls.map((text) => new URL(text, base).href))].slice(0, 20);
};

/** Whether a script's text has a `push` listener: a guess, as text can say it in many ways. */
export const mentionsPushHandler = (source: string): boolean =>
  /addEventListener\s{0,20}\(\s{0,20}["'`]push["'`]|\bonpush\s*=/.test(source);

/** JavaScript MIME types, of which a worker's script must have one (HTML Standard, "JavaScript MIME type"). */
export const isScriptMime = (mime: string): boolean =>
  /^(text|application)\/(x-)?(java|ecma)script$|^text\/(javascript1\.[0-5]|jscript|livescript)$/i.test(
    mime.split(';')[0]?.trim() ?? '',
  );
