import type { ScriptState } from '../model/page-state';
import type { ScriptReport } from '../model/script-report';

/** How long a server may take, milliseconds. */
const timeoutMs = 10_000;

const algorithms: Readonly<Record<string, string>> = {
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/** Whether bytes have one of the digests that an `integrity` attribute lists; `null` where it lists none that browsers know. */
const isIntact = async (integrity: string, bytes: ArrayBuffer): Promise<boolean | null> => {
  const wanted = integrity
    .trim()
    .split(/\s+/)
    .map((each) => /^(sha\d+)-([^?]+)/.exec(each));
  const known = wanted.flatMap((match) => (match && algorithms[match[1] ?? ''] ? [match] : []));
  // Of several algorithms only the strongest counts.
  const strongest = known
    .map(([, name = '']) => name)
    .sort()
    .at(-1);
  if (!strongest) return null;
  const digest = await crypto.subtle.digest(algorithms[strongest] as string, bytes);
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return known.some(([, name, base64]) => name === strongest && base64 === text);
};

/** What a server answers for a script, as a tag would ask for it. The request is its caller's. */
export const fetchTag = async (
  { url, integrity }: ScriptState,
  ask: typeof fetch = fetch,
): Promise<ScriptReport> => {
  const answer = {
    url,
    allowed: null,
    cacheControl: null,
    imports: [],
    hasPushHandler: false,
    redirectedTo: null,
  };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await ask(url, { credentials: 'include', signal });
    const bytes = await response.arrayBuffer();
    const { headers, redirected, status } = response;
    const text = new TextDecoder().decode(bytes.slice(0, 1_000));
    return {
      ...answer,
      httpStatus: status,
      redirectedTo: redirected ? response.url : null,
      mime: headers.get('content-type') ?? '',
      cacheControl: headers.get('cache-control'),
      size: bytes.byteLength,
      tag: {
        isHtml: /^[\s\uFEFF]*<(?:!doctype|html|head|body|!--|\?xml)/i.test(text),
        isNosniff: /nosniff/i.test(headers.get('x-content-type-options') ?? ''),
        isIntact: await isIntact(integrity, bytes),
        resourcePolicy: headers.get('cross-origin-resource-policy'),
        allowOrigin: headers.get('access-control-allow-origin'),
      },
    };
  } catch {
    // No answer: the server, the network, or a program that blocks it.
    return { ...answer, httpStatus: 0, mime: '', size: 0 };
  }
};
