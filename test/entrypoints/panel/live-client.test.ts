import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { liveClient } from '../../../entrypoints/panel/live-client';
import type { Line } from '../../../lib/messaging/line';
import type { Session } from '../../../lib/model/session';
import type { WorkerSignal } from '../../../lib/protocol/live-signal';
import type { LiveStatus } from '../../../lib/protocol/live-status';
import { reduce } from '../../../lib/session/reduce';
import { makeSession } from '../../support/make-session';

let session: Session;
let status: LiveStatus;
let ports: { say(message: unknown): void; drop(): void; isOpen: boolean }[];

const openPort = (): Line => {
  const port = { say: (_: unknown) => {}, drop: () => {}, isOpen: true };
  ports.push(port);
  return {
    post: () => {},
    listen: (listener) => {
      port.say = listener;
    },
    onClosed: (listener) => {
      port.drop = listener;
    },
    close: () => {
      port.isOpen = false;
    },
  };
};
const client = () =>
  liveClient({
    name: 'a',
    openPort,
    change: (change) => {
      session = reduce(session, change);
    },
    session: () => session,
    onStatus: (next) => {
      status = next;
    },
  });
const attached: LiveStatus = { state: 'attached', by: 'debugger', workers: [] };
const event = (m: string, about: unknown) => ({ t: 'q', m, a: [about] });
/** As a browser does: before anything else comes, this one has been heard. */
const tell = async (line: number, message: unknown): Promise<void> => {
  ports[line]?.say(message);
  await vi.advanceTimersByTimeAsync(0);
};
const seen = (signal: WorkerSignal) => event('seen', { scope: 's', script: 'x', run: 'r', signal });
const say = (time: number) =>
  seen({
    what: 'entry',
    entry: { kind: 'worker-step', name: 'console', status: 'ok', time, detail: {} },
  });
const push = (event: number, at: number) =>
  seen({ what: 'event', event, type: 'push', at, data: null });
const names = () =>
  session.entries.map(({ key, name, status: state }) => `${key} ${name} ${state}`);

beforeEach(() => {
  vi.useFakeTimers();
  session = makeSession([]);
  ports = [];
});
afterEach(() => {
  vi.useRealTimers();
});

it('puts what is seen into the session, many signals at once', async () => {
  client().start('debugger');
  expect(status.state).toBe('attaching');
  await tell(0, event('status', attached));
  await tell(0, push(1, 100));
  await tell(0, say(101));
  expect(names()).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(names()).toEqual([
    'push:a.live.1 push pending',
    'push:a.live.1:1 handler ok',
    'push:a.live.1:2 console ok',
  ]);
});

it('begins anew between pushes after the list was cleared', async () => {
  client().start('debugger');
  await tell(0, event('status', attached));
  await tell(0, say(1));
  await vi.advanceTimersByTimeAsync(100);
  session = reduce(session, { type: 'clear' });
  await tell(0, say(2));
  await vi.advanceTimersByTimeAsync(100);
  expect(names()).toEqual(['push:a.live.2 live ok', 'push:a.live.2:1 console ok']);
});

it('stops: what is under way is left, and nothing of the old line counts', async () => {
  const live = client();
  live.start('debugger');
  await tell(0, event('status', attached));
  await tell(0, push(1, 100));
  live.stop();
  expect(status.state).toBe('off');
  expect(ports[0]?.isOpen).toBe(false);
  expect(names()).toContain('push:a.live.1:2 unwatched ok');
  await tell(0, event('status', attached));
  ports[0]?.drop();
  expect(status.state).toBe('off');
  // The next watch never uses a number again.
  live.start('debugger');
  await tell(1, event('status', attached));
  await tell(1, push(1, 200));
  live.stop();
  expect(names()).toContain('push:a.live.2 push ok');
});

it('says why it ended, and that the background is gone', async () => {
  const live = client();
  live.start('debugger');
  await tell(0, event('status', { ...attached, state: 'cancelled' }));
  ports[0]?.drop();
  expect(status.state).toBe('cancelled');
  live.start('debugger');
  await tell(1, event('status', attached));
  ports[1]?.drop();
  expect(status.state).toBe('failed');
});

it('an extension that is gone is said', async () => {
  const live = liveClient({
    name: 'a',
    openPort: () => {
      throw new Error('Extension context invalidated.');
    },
    change: () => {},
    session: () => session,
    onStatus: (next) => {
      status = next;
    },
  });
  live.start('debugger');
  expect(status).toMatchObject({ state: 'failed', why: 'Extension context invalidated.' });
});
