import type { Encoded } from '../../lib/model/encoded-value';
import type { MadeStep } from '../../lib/model/entry';
import { hasHostAccess } from './host-access';

/** Without it the browser would answer as for a server that does not exist. */
class HostDenied extends Error {
  override readonly name = 'HostDenied';
}

/** A request to a push service. */
export interface Post {
  /** The step's name. */
  name: 'push-service' | 'access-token';
  url: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | string | undefined;
  /** What is told of the request; what is not here is in no entry. */
  told: Record<string, Encoded>;
  /** `error`: what the request carries is for this host alone. */
  redirect?: RequestRedirect;
}

/** A step, and the whole text of the answer. */
export interface Posted {
  step: MadeStep;
  text: string;
}

/** Posts and makes a step of it. The browser's cookies for that host stay here. `toText`: what of the answer is told. */
export const postOnce = async (
  { name, url, headers, body, told, redirect = 'follow' }: Post,
  toText: (answer: string) => string = (answer) => answer,
): Promise<Posted> => {
  const begin = Date.now();
  const base = { kind: 'worker-step' as const, name, time: begin };
  const data = { method: 'POST', url, ...told };
  try {
    if (!(await hasHostAccess(url))) throw new HostDenied(new URL(url).host);
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'omit',
      headers,
      redirect,
      signal: AbortSignal.timeout(15_000),
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return {
      text,
      step: {
        ...base,
        status: response.ok ? 'ok' : 'failed',
        duration: Date.now() - begin,
        detail: {
          data,
          result: { status: response.status, text: toText(text).slice(0, 2_000) },
        },
      },
    };
  } catch (error) {
    const { name: kind, message } = error as Error;
    return {
      text: '',
      step: {
        ...base,
        status: 'failed',
        duration: Date.now() - begin,
        detail: { data, error: { name: kind, message } },
      },
    };
  }
};
