import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPageLine } from '../../cli/page-line';
import { type Exchange, type ExchangeAnswer, type StandInWorld, standIn } from '../../cli/stand-in';
import { within } from '../../cli/within';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
afterEach(() => {
  for (const name of ['browser', 'chrome', 'akpushHeard', 'akpushExchange'])
    Reflect.deleteProperty(globalThis, name);
});

const nothing: ExchangeAnswer = { up: [], document: 'one' };

/** A page that answers when a test says so. */
const makePage = () => {
  const waiting: ((answer: ExchangeAnswer) => void)[] = [];
  const exchange = vi.fn(() => new Promise<ExchangeAnswer>((resolve) => waiting.push(resolve)));
  return { exchange, answer: (given: ExchangeAnswer) => waiting.shift()?.(given) };
};

test('a line that is closed waits for the answer that is under way, and asks nothing more', async () => {
  const { exchange, answer } = makePage();
  const line = openPageLine(exchange);
  line.open();
  answer(nothing);
  await vi.advanceTimersByTimeAsync(60);
  expect(exchange).toHaveBeenCalledTimes(2);
  const closed = vi.fn();
  void line.close().then(closed);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(closed).not.toHaveBeenCalled();
  answer(nothing);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(closed).toHaveBeenCalled();
  expect(exchange).toHaveBeenCalledTimes(2);
});

test('a line that is closed between two questions asks nothing more', async () => {
  const { exchange, answer } = makePage();
  const line = openPageLine(exchange);
  const page = line.open();
  answer(nothing);
  await vi.advanceTimersByTimeAsync(10);
  page.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(exchange).toHaveBeenCalledTimes(1);
  await line.close();
});

/** A document with the stand-in, which is busy for a while: what it is asked then it does afterwards, in order. */
const makeDocument = () => {
  standIn('chrome-extension');
  const world = globalThis as unknown as StandInWorld & {
    chrome: {
      runtime: {
        onConnect: { addListener(listen: (port: Port) => void): void };
      };
    };
  };
  interface Port {
    postMessage(message: unknown): void;
    onMessage: { addListener(hear: (message: unknown) => void): void };
  }
  const told: unknown[] = [];
  let ports = 0;
  let say: Port['postMessage'] = () => {};
  world.chrome.runtime.onConnect.addListener((port) => {
    ports += 1;
    say = port.postMessage;
    port.onMessage.addListener((message) => told.push(message));
  });
  const { akpushExchange } = world;
  let busyUntil = 0;
  const exchange = async (given: Exchange): Promise<ExchangeAnswer | undefined> => {
    const left = busyUntil - Date.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    return akpushExchange?.(structuredClone(given));
  };
  return {
    told,
    say: (message: unknown) => say(message),
    ports: () => ports,
    /** As a frame is asked: who asks does not wait for longer than five seconds. */
    exchange: (given: Exchange) => within(5_000, exchange(given), 'late'),
    beBusy: (milliseconds: number) => {
      busyUntil = Date.now() + milliseconds;
    },
  };
};

test.each([0, 1_000])(
  'a document that is busy for long, after %d ms, is told and heard each message once and in order',
  async (after) => {
    const document = makeDocument();
    const line = openPageLine(document.exchange);
    const heard: unknown[] = [];
    if (after === 0) document.beBusy(17_000);
    const page = line.open();
    page.listen((message) => heard.push(message));
    page.post('first');
    await vi.advanceTimersByTimeAsync(after);
    if (after > 0) document.say('a');
    document.beBusy(17_000);
    page.post('second');
    await vi.advanceTimersByTimeAsync(7_000);
    page.post('third');
    await vi.advanceTimersByTimeAsync(11_000);
    document.say('b');
    page.post('fourth');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(document.told).toEqual(['first', 'second', 'third', 'fourth']);
    expect(heard).toEqual(after > 0 ? ['a', 'b'] : ['b']);
    expect(document.ports()).toBe(1);
    await line.close();
  },
);

test('a document that comes back is heard anew, though its answer had been lost', async () => {
  const first = makeDocument();
  const second = makeDocument();
  let shown = first;
  let isLost = true;
  const line = openPageLine(async (given) => {
    const answer = await shown.exchange(given);
    if (isLost) throw new Error('The document is being replaced.');
    return answer;
  });
  const heard: unknown[] = [];
  const lines: string[] = [];
  const open = (): void => {
    const page = line.open();
    page.listen((message) => heard.push(message));
    page.onClosed(() => {
      lines.push('closed');
      open();
    });
  };
  open();
  await vi.advanceTimersByTimeAsync(10);
  first.say('first');
  shown = second;
  isLost = false;
  await vi.advanceTimersByTimeAsync(100);
  second.say('second');
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toEqual(['second']);
  shown = first;
  await vi.advanceTimersByTimeAsync(100);
  first.say('first again');
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toEqual(['second', 'first again']);
  expect(lines).toEqual(['closed']);
  expect(first.ports()).toBe(2);
  await line.close();
});

test('who watches a document after another one has a line of its own there', async () => {
  const document = makeDocument();
  const heard: unknown[][] = [];
  for (const [index, said] of ['first', 'second'].entries()) {
    const line = openPageLine(document.exchange);
    const page = line.open();
    const mine: unknown[] = [];
    heard.push(mine);
    page.listen((message) => mine.push(message));
    page.post(`${said} is told`);
    await vi.advanceTimersByTimeAsync(100);
    document.say(`${said} is heard`);
    await vi.advanceTimersByTimeAsync(100);
    expect(document.ports()).toBe(index + 1);
    await line.close();
  }
  expect(document.told).toEqual(['first is told', 'second is told']);
  expect(heard).toEqual([['first is heard'], ['second is heard']]);
});
