import type { Read } from './page-state';

/** A script that a worker's script imports, itself or by way of another one. */
export interface ImportReport {
  url: string;
  /** HTTP status. */
  answer: Read<number>;
  /** 1: the worker's script imports it; 2: one of those does. Absent in files of older versions. */
  level?: number;
  /** By its text. Absent where it was not read. */
  hasPushHandler?: boolean;
  /** `Cache-Control`; absent where no answer came, and in files of older versions. */
  cacheControl?: string | null;
}

/** What a script's text says of how it was built. */
export interface ScriptMarks {
  /** Whether it is Altcraft's worker, by its server's paths. */
  isSdk: boolean;
  /** What else it is, as far as its text says: a name, or `page` for a script that needs a document. */
  program: string | null;
  resourceToken: string | null;
  /** The server that it talks to. */
  host: string | null;
  /** Browsers that it works for through Firebase, and without. */
  firebase: string[];
  pull: string[];
}

/** What a server answered for a script, and what the script's text shows. Fields that may be absent are so in files of older versions. */
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
  /** `Content-Security-Policy`: the worker's own, whatever the page's is. */
  policy?: string | null;
  /** Characters. */
  size: number;
  /** Whether there is nothing in it but space and comments. */
  isEmpty?: boolean;
  /** Targets of `importScripts` with constant addresses, three levels deep, and the status that each answers with. */
  imports: ImportReport[];
  /** Whether some import has an address that is computed: what it brings is not known. */
  hasUnseenImports?: boolean;
  /** By its text: whether the script itself listens to `push`. One that only imports another may still do so. */
  hasPushHandler: boolean;
  /** By its text: whether it keeps clicks on notifications from what it imports. */
  stopsClicks?: boolean;
  /** Of the script and all that it imports. */
  marks?: ScriptMarks;
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

/** JavaScript MIME types, of which a worker's script must have one (HTML Standard, "JavaScript MIME type"). */
export const isScriptMime = (mime: string): boolean =>
  /^(text|application)\/(x-)?(java|ecma)script$|^text\/(javascript1\.[0-5]|jscript|livescript)$/i.test(
    // Of several types, as a server gives that adds one, browsers take the last.
    mime.split(',').at(-1)?.split(';')[0]?.trim() ?? '',
  );
