import type { Page } from '../../test/e2e/support/browser';
import type { Arms } from './arms';
import type { Line } from './report';
import { median, noise, paired } from './stats';

/** What the functions below use of the page. */
declare const AKPush: {
  events: { emit(name: string, payload: unknown): void };
  removeToken(): Promise<unknown>;
};

/** Runs in the page: microseconds for one event, in a run of 1,000. */
const timeEvents = (): number => {
  const begin = performance.now();
  for (let i = 0; i < 1000; i++) AKPush.events.emit('bench', { a: 1 });
  return performance.now() - begin;
};

/** Runs in the page: microseconds for the synchronous part of one call, in a run of 200. */
const timeCalls = async (): Promise<number> => {
  const calls: Promise<unknown>[] = [];
  const begin = performance.now();
  for (let i = 0; i < 200; i++) calls.push(AKPush.removeToken());
  const spent = performance.now() - begin;
  await Promise.allSettled(calls);
  return (spent * 1000) / 200;
};

/** Runs in the page: microseconds to serialize what is recorded of such an event. */
const timeSerialization = (): number => {
  const begin = performance.now();
  let length = 0;
  for (let i = 0; i < 1000; i++) {
    const detail = { payload: [{ a: 1 }], listeners: 0 };
    const entry = { id: i, kind: 'event', name: 'bench', status: 'ok', time: begin, detail };
    length += JSON.stringify({ ...entry, url: location.href, duration: 0.1 }).length;
  }
  return length > 0 ? performance.now() - begin : 0;
};

const warmUp = async (page: Page): Promise<void> => {
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  for (let i = 0; i < 3; i++) await page.evaluate(timeEvents);
  await page.evaluate(timeCalls);
  await page.evaluate(timeSerialization);
};

const line = (what: string, values: readonly number[], goal?: number): Line => ({
  what,
  value: median(values),
  noise: noise(values),
  unit: 'µs',
  ...(goal !== undefined && { goal }),
});

/** What recording costs the page, when nobody inspects it. */
export const measureRecording = async (
  arms: Arms,
  url: string,
  rounds: number,
): Promise<Line[]> => {
  const plain = await arms.browsers.none.openPage(url);
  const ours = await arms.browsers.ours.openPage(url);
  for (const page of [plain, ours]) await warmUp(page);
  const events = { plain: [] as number[], ours: [] as number[], text: [] as number[] };
  const calls = { plain: [] as number[], ours: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    events.plain.push(await plain.evaluate(timeEvents));
    events.ours.push(await ours.evaluate(timeEvents));
    events.text.push(await ours.evaluate(timeSerialization));
    calls.plain.push(await plain.evaluate(timeCalls));
    calls.ours.push(await ours.evaluate(timeCalls));
  }
  await plain.close();
  await ours.close();
  const added = paired(events.ours, events.plain, (value, base) => value - base);
  return [
    line('event without the extension', events.plain),
    line('recorded event, added', added),
    line('serializing it, of that', events.text),
    line(
      'recorded event beyond serialization',
      paired(added, events.text, (value, text) => value - text),
      50,
    ),
    line('call without the extension (removeToken)', calls.plain),
    line(
      'recorded call, added',
      paired(calls.ours, calls.plain, (value, base) => value - base),
    ),
  ];
};
