// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchState } from '../../../entrypoints/reader/watch-state';
import type { PageState } from '../../../lib/model/page-state';
import { makeState } from '../../support/make-state';

/* The worker container and the permission are stand-ins: the DOM of the tests has none. */

const container = Object.assign(new EventTarget(), { getRegistrations: async () => [] });
const status = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {
    serviceWorker: container,
    permissions: { query: async () => status },
  });
});
let endAll: (() => void)[] = [];
afterEach(() => {
  for (const end of endAll) end();
  endAll = [];
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const watching = () => {
  let token = 'a';
  const read = vi.fn(
    async (): Promise<PageState> =>
      makeState({ cache: { current_token: token }, readAt: Date.now() }),
  );
  const watch = watchState(read);
  return {
    read,
    watch,
    /** Listens until the test ends. */
    listen(isSeldom = false) {
      const listener = vi.fn();
      watch.add(listener, isSeldom);
      endAll.push(() => watch.remove(listener));
      return listener;
    },
    setToken(next: string) {
      token = next;
    },
  };
};

describe('watching the state', () => {
  it('begins with the whole, and then tells what changed', async () => {
    const { listen, setToken } = watching();
    const listener = listen();
    await vi.advanceTimersByTimeAsync(0);
    expect(JSON.parse(listener.mock.calls[0]?.[0]).stored).toBeDefined();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(listener.mock.calls[1]?.[0]).toBeNull();
    setToken('b');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(listener.mock.calls[2]?.[0]).toContain('"value":"b"');
  });

  it('reads soon after something happened, once for many things', async () => {
    const { watch, listen, read } = watching();
    listen();
    await vi.advanceTimersByTimeAsync(0);
    for (let i = 0; i < 50; i++) watch.touch();
    container.dispatchEvent(new Event('controllerchange'));
    status.dispatchEvent(new Event('change'));
    window.dispatchEvent(new Event('storage'));
    await vi.advanceTimersByTimeAsync(100);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads when somebody asks and the page’s own timer is late', async () => {
    const { watch, listen, read } = watching();
    listen();
    await vi.advanceTimersByTimeAsync(0);
    watch.catchUp();
    expect(read).toHaveBeenCalledTimes(1);
    // A hidden page's timers stand still for a while; its clock does not.
    const clock = vi.spyOn(performance, 'now');
    clock.mockReturnValue(performance.now() + 5_000);
    watch.catchUp();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('tells a second listener the whole', async () => {
    const { listen } = watching();
    listen();
    await vi.advanceTimersByTimeAsync(0);
    const second = listen();
    await vi.advanceTimersByTimeAsync(200);
    expect(second.mock.calls[0]?.[0]).not.toBeNull();
  });

  it('does nothing when nobody listens', async () => {
    const { watch, read } = watching();
    watch.touch();
    expect(vi.getTimerCount()).toBe(0);
    const listener = vi.fn();
    watch.add(listener);
    await vi.advanceTimersByTimeAsync(0);
    watch.remove(listener);
    const before = read.mock.calls.length;
    window.dispatchEvent(new Event('storage'));
    status.dispatchEvent(new Event('change'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('where nobody looks at the state', () => {
  it('is read now and then, and when something tells of a change', async () => {
    const { listen, read, watch } = watching();
    listen(true);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(read).toHaveBeenCalledTimes(1);
    watch.catchUp();
    expect(read).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(read).toHaveBeenCalledTimes(2);
    watch.touch();
    await vi.advanceTimersByTimeAsync(200);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('is read each second as soon as somebody does, and told whole to who looks now', async () => {
    const { listen, read, watch } = watching();
    const listener = listen(true);
    await vi.advanceTimersByTimeAsync(500);
    watch.add(listener);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(read).toHaveBeenCalledTimes(4);
    expect(listener.mock.calls[1]?.[0]).not.toBeNull();
    watch.add(listener, true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(read).toHaveBeenCalledTimes(5);
  });
});
