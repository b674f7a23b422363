import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPageLine } from '../../cli/page-line';
import type { ExchangeAnswer } from '../../cli/stand-in';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
  answer({ up: [] });
  await vi.advanceTimersByTimeAsync(60);
  expect(exchange).toHaveBeenCalledTimes(2);
  const closed = vi.fn();
  void line.close().then(closed);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(closed).not.toHaveBeenCalled();
  answer({ up: [] });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(closed).toHaveBeenCalled();
  expect(exchange).toHaveBeenCalledTimes(2);
});

test('a line that is closed between two questions asks nothing more', async () => {
  const { exchange, answer } = makePage();
  const line = openPageLine(exchange);
  const page = line.open();
  answer({ up: [] });
  await vi.advanceTimersByTimeAsync(10);
  page.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(exchange).toHaveBeenCalledTimes(1);
  await line.close();
});
