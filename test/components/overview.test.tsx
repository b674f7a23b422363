// @vitest-environment happy-dom

import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Overview } from '../../components/views/timeline/tools/Overview';
import { provideMessages } from '../../lib/i18n/message';
import type { Span } from '../../lib/timeline/overview';
import english from '../../public/_locales/en/messages.json';
import { makeEntry, makeSession } from '../support/make-session';

beforeAll(() => provideMessages(english));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const begin = Date.UTC(2026, 0, 1, 12);

/** The picture of ten seconds, 1,000 px wide. */
const show = () => {
  const entries = [0, 4_000, 10_000].map((after, index) =>
    makeEntry('call', { id: index + 1, time: begin + after, duration: 0 }),
  );
  const onSpan = vi.fn((_: Span | null) => {});
  const { container } = render(
    <Overview entries={makeSession(entries).entries} span={null} onSpan={onSpan} />,
  );
  const picture = container.querySelector<HTMLElement>('.overview-picture') as HTMLElement;
  picture.setPointerCapture = () => {};
  vi.spyOn(picture, 'getBoundingClientRect').mockReturnValue({ left: 0, width: 1_000 } as DOMRect);
  const point = (type: 'pointerDown' | 'pointerMove' | 'pointerUp', clientX: number) =>
    fireEvent[type](picture, { clientX, pointerId: 1 });
  return { onSpan, point, picture, under: () => container.querySelector('b')?.textContent };
};

test('a part is chosen by dragging over it, in either direction', () => {
  const { onSpan, point } = show();
  point('pointerDown', 600);
  point('pointerMove', 300);
  point('pointerUp', 200);
  const [span] = onSpan.mock.calls[0] ?? [];
  expect(span?.from).toBeCloseTo(begin + 3_000, -2);
  expect(span?.to).toBeCloseTo(begin + 6_000, -2);
});

test('a click shows all again', () => {
  const { onSpan, point } = show();
  point('pointerDown', 600);
  point('pointerUp', 600);
  expect(onSpan).toHaveBeenCalledExactlyOnceWith(null);
});

test('the time under the pointer is said while it is there', () => {
  const { point, under, picture } = show();
  expect(under()).toBeUndefined();
  point('pointerMove', 500);
  expect(under()).toMatch(/:05\.000$/);
  fireEvent.pointerLeave(picture);
  expect(under()).toBeUndefined();
});
