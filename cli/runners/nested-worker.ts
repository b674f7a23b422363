import type { CdpSession } from '../deliver-push';
import type { WorkerTarget } from '../worker-targets';

interface Attached {
  sessionId: string;
  targetInfo: { type: string; url: string };
}

interface Said {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * The worker of a script, by a session of Chromium's protocol that is with its page alone: what is said to the worker goes through the page's session as text.
 * `undefined`: the page has no such worker that runs. Source: Chrome DevTools Protocol, `Target.setAutoAttach` without `flatten`.
 */
export const nestedWorker = async (
  cdp: CdpSession,
  script: string,
): Promise<WorkerTarget | undefined> => {
  let session: string | undefined;
  let hear: Parameters<WorkerTarget['listen']>[0] = () => {};
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const stops = [
    await cdp.on('Target.attachedToTarget', (params) => {
      const { sessionId, targetInfo } = params as Attached;
      if (targetInfo.type === 'service_worker' && targetInfo.url === script) session = sessionId;
    }),
    await cdp.on('Target.receivedMessageFromTarget', (params) => {
      const { sessionId, message } = params as { sessionId: string; message: string };
      if (sessionId !== session) return;
      const { id, result, error, method, params: more } = JSON.parse(message) as Said;
      if (id === undefined) {
        if (method !== undefined) hear(method, more);
        return;
      }
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new Error(error.message));
      else asked?.resolve(result);
    }),
  ];
  const attach = (autoAttach: boolean): Promise<unknown> =>
    cdp.send('Target.setAutoAttach', { autoAttach, waitForDebuggerOnStart: false, flatten: false });
  const close = async (): Promise<void> => {
    for (const stop of stops) stop();
    for (const { reject } of waiting.values()) reject(new Error('It is over.'));
    waiting.clear();
    await attach(false).catch(() => {});
  };
  try {
    await attach(true);
  } catch (error) {
    await close();
    throw error;
  }
  const sessionId = session;
  if (sessionId === undefined) {
    await close();
    return undefined;
  }
  return {
    async send<T>(method: string, params: object = {}): Promise<T> {
      const id = ++count;
      const answer = new Promise<unknown>((resolve, reject) =>
        waiting.set(id, { resolve, reject }),
      );
      const message = JSON.stringify({ id, method, params });
      await cdp.send('Target.sendMessageToTarget', { sessionId, message });
      return (await answer) as T;
    },
    listen(onEvent) {
      hear = onEvent;
    },
    close,
  };
};
