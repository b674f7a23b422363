// @vitest-environment happy-dom
import { act, cleanup, fireEvent, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSession } from '../../../entrypoints/panel/use-session';
import { background } from '../../../lib/messaging/background';
import { openPort } from '../../../lib/messaging/open-port';
import type { PageInfo } from '../../../lib/model/page-info';
import { type FarEnd, makeFarEnds } from '../../support/far-ends';
import { makePage } from '../../support/make-session';

vi.mock('../../../lib/messaging/open-port', () => ({ openPort: vi.fn() }));
vi.mock('../../../lib/messaging/background', () => ({
  background: {
    lookAgain: vi.fn(async () => {}),
    runJob: vi.fn(async () => null),
  },
}));

let ends: ReturnType<typeof makeFarEnds>;
/** How often the panel was drawn. */
let draws = 0;

const open = vi.mocked(openPort);
const settle = () => act(() => new Promise((resolve) => setImmediate(resolve)));
const endOf = (frame: number, kind?: string): FarEnd => ends.of(frame, kind);
const introduce = async (frame: number, info: Partial<PageInfo>): Promise<void> => {
  endOf(frame).say('page', makePage({ hooked: false, ...info }));
  await settle();
};
const find = async (...frames: number[]): Promise<void> => {
  endOf(0).say(
    'frames',
    frames.map((frame) => ({ frame, sdk: true, parents: [0] })),
    makePage().timeOrigin,
  );
  await settle();
};

beforeEach(() => {
  ends = makeFarEnds();
  open.mockImplementation(ends.open);
});
afterEach(cleanup);

const frameOf = (document: string): Partial<PageInfo> => ({
  document,
  url: `https://frame.example/${document}`,
  embedded: { name: '', origin: 'https://frame.example', isForeign: true },
});

/** A page with AKPush and a frame of another site's. */
const begin = async (sdk = true) => {
  const { result } = renderHook(() => {
    draws++;
    return useSession(5, false);
  });
  await introduce(0, { document: 'top', sdk });
  await find(7);
  await introduce(7, frameOf('inner'));
  return result;
};

test('a watch on workers goes on while another frame is looked at, and when the page is loaded again', async () => {
  const result = await begin();
  act(() => result.current.live.start());
  await vi.waitFor(() => endOf(0, 'live'));
  const watch = endOf(0, 'live');
  act(() => result.current.onFrame(7));
  expect(result.current.frame).toBe(7);
  await introduce(0, { document: 'top 2' });
  expect(result.current.frame).toBe(0);
  await settle();
  expect(watch.isClosed).toBe(false);
});

test('a click that was asked for in one frame is called off from another', async () => {
  const result = await begin();
  act(() => result.current.onFrame(7));
  const made = result.current.calls.run(
    { method: 'initSubscription', args: [], instance: '' } as never,
    'click',
  );
  await vi.waitFor(() => expect(endOf(7).asked).toContain('askForClick'));
  act(() => result.current.onFrame(0));
  act(() => result.current.calls.dropClick());
  expect(await made).toBeNull();
  expect(endOf(7).asked).toContain('dropClick');
});

test('a frame that somebody types in stays when the page gets AKPush', async () => {
  const result = await begin(false);
  expect(result.current.frame).toBe(7);
  fireEvent.input(document.body);
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  await introduce(0, { document: 'top', sdk: true });
  expect(result.current.frame).toBe(7);
});

test('what becomes of a push is noted at once: what the page tells of its beginning is old from then on', async () => {
  const result = await begin();
  const noted = () => endOf(0).asked.filter((each) => each === 'note').length;
  const tell = (status: 'pending' | 'ok') =>
    result.current.change({
      type: 'push',
      push: {
        ref: 'a',
        push: { kind: 'push', name: 'push', status, time: 1, detail: {} },
        steps: [],
      },
    });
  act(() => tell('pending'));
  await vi.waitFor(() => expect(noted()).toBe(1));
  act(() => {
    tell('ok');
    expect(noted()).toBe(2);
  });
});

test('between the events of a click on a box nothing is drawn: the box would be what it was before', async () => {
  await begin(false);
  const before = draws;
  // No tool of the tests' own: it would draw by itself.
  document.body.dispatchEvent(new Event('input', { bubbles: true }));
  for (let n = 0; n < 5; n++) await Promise.resolve();
  expect(draws).toBe(before);
  await vi.waitFor(() => expect(draws).toBeGreaterThan(before));
});

test('a frame that nobody works in gives way to the page', async () => {
  const result = await begin(false);
  await introduce(0, { document: 'top', sdk: true });
  expect(result.current.frame).toBe(0);
});

test('a frame that something was done in stays', async () => {
  const result = await begin(false);
  await act(async () => {
    await result.current.actions.actOnWorker({ type: 'unregister', scope: '/' } as never);
  });
  await introduce(0, { document: 'top', sdk: true });
  expect(result.current.frame).toBe(7);
});

test('another try of a frame that is gone looks at the page too', async () => {
  const result = await begin();
  act(() => result.current.onFrame(7));
  act(() => result.current.retry());
  expect(vi.mocked(background.lookAgain).mock.calls).toEqual([
    [{ tab: 5, frame: 7 }],
    [{ tab: 5, frame: 0 }],
  ]);
});
