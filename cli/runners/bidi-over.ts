import type { Driver } from '../driver';
import type { BrowserSocket } from '../open-socket';

interface Answer {
  type: 'success' | 'error' | 'event';
  id?: number | null;
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: unknown;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** WebDriver BiDi over a connection to a session that is there. */
export const bidiOver = (socket: BrowserSocket): Pick<Driver, 'send' | 'on'> => {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, ((params: unknown) => void)[]>();
  let count = 0;
  let isGone = false;
  socket.onmessage = (text) => {
    const { type, id, result, error, message, method, params } = JSON.parse(text) as Answer;
    if (type === 'event') {
      for (const hear of listeners.get(method ?? '') ?? []) hear(params);
      return;
    }
    const asked = waiting.get(id ?? -1);
    waiting.delete(id ?? -1);
    if (type === 'success') asked?.resolve(result);
    else asked?.reject(new Error(`${error}: ${message}`));
  };
  void socket.gone.then(() => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(new Error('The connection has ended.'));
    waiting.clear();
  });
  return {
    send<Result>(method: string, params: object): Promise<Result> {
      const id = ++count;
      return new Promise((resolve, reject) => {
        if (isGone) {
          reject(new Error('The connection has ended.'));
          return;
        }
        waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    on(event, hear) {
      listeners.set(event, [...(listeners.get(event) ?? []), hear]);
    },
  };
};
