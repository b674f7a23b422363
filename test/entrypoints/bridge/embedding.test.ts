import { expect, test } from 'vitest';
import { embedding } from '../../../entrypoints/bridge/embedding';

/** A chain of windows by their origins, the page first: as a browser has it, one is not looked into from another origin. */
const windowIn = (origins: readonly string[]): Window => {
  const own = origins.at(-1) as string;
  const windows: Record<string, unknown>[] = [];
  for (const origin of origins) {
    const made: Record<string, unknown> = { name: 'offers', origin };
    made.parent = windows.at(-1) ?? made;
    made.top = windows[0] ?? made;
    Object.defineProperty(made, 'document', {
      get() {
        if (origin !== own) throw new DOMException('Blocked a frame.', 'SecurityError');
        return {};
      },
    });
    windows.push(made);
  }
  return windows.at(-1) as unknown as Window;
};

const shop = 'https://shop.example';
const other = 'https://other.example';

test.each([
  ['in its own origin', [shop, shop], false],
  ['deep in its own origin', [shop, shop, shop], false],
  ['in another origin', [other, shop], true],
  ['in a frame of another origin in a page of its own', [shop, other, shop], true],
  ['in a frame of its own in a page of another origin', [other, shop, shop], true],
] as const)('a frame %s', (_, origins, isForeign) => {
  expect(embedding(windowIn(origins))).toEqual({ name: 'offers', origin: shop, isForeign });
});

test('a frame that was taken out of its page is of nobody that it could look at', () => {
  const gone = { name: '', origin: shop, top: null, parent: null } as unknown as Window;
  expect(embedding(gone).isForeign).toBe(true);
});
