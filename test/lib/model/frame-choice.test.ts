import { expect, test } from 'vitest';
import { choiceOf, shownFrame } from '../../../lib/model/frame-choice';
import { emptySession, type Session } from '../../../lib/model/session';
import { workersFrame } from '../../../lib/model/workers-frame';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { makePage } from '../../support/make-session';

const after = (changes: readonly SessionChange[], from: Session = emptySession): Session =>
  changes.reduce(reduce, from);
const page = (document: string, sdk = true): SessionChange => ({
  type: 'page',
  info: makePage({ document, sdk }),
  preserve: false,
});
const framed = (
  frame: number,
  path: string,
  { name = '', sdk = true, isForeign = true } = {},
): SessionChange => ({
  type: 'page',
  info: makePage({
    document: `${frame} ${path}`,
    url: `https://frame.example${path}`,
    sdk,
    embedded: { name, origin: 'https://frame.example', isForeign },
  }),
  preserve: false,
  frame,
  parent: 0,
});

const first = after([page('a'), framed(7, '/news'), framed(8, '/shop?visit=1')]);

test('a frame that was chosen is shown again after the page was loaded again, whatever its number is', () => {
  const chosen = choiceOf(first, 8);
  const reloaded = after([page('b'), framed(20, '/news'), framed(21, '/shop?visit=2')], first);
  expect(shownFrame(first, chosen)).toBe(8);
  expect(shownFrame(after([page('b')], first), chosen)).toBe(0);
  expect(shownFrame(reloaded, chosen)).toBe(21);
});

test('another frame does not take the place of the one that was chosen', () => {
  const chosen = choiceOf(first, 8);
  const other = [page('b'), framed(20, '/news'), framed(21, '/shop', { name: 'offers' })];
  expect(shownFrame(after(other, first), chosen)).toBe(0);
  expect(shownFrame(after([page('b'), framed(20, '/shop', { sdk: false })], first), chosen)).toBe(
    0,
  );
});

test('a frame that was chosen stays, whichever others get AKPush, and wherever it goes itself', () => {
  const inFrameAlone = after([page('a', false), framed(7, '/news')]);
  expect(shownFrame(inFrameAlone, undefined)).toBe(7);
  const found = after([page('a')], inFrameAlone);
  expect(shownFrame(found, undefined)).toBe(0);
  expect(shownFrame(found, choiceOf(inFrameAlone, 7))).toBe(7);
  expect(shownFrame(after([framed(7, '/gone')], found), choiceOf(inFrameAlone, 7))).toBe(7);
});

test('the page itself can be chosen', () => {
  expect(shownFrame(first, choiceOf(first, 0))).toBe(0);
  expect(choiceOf(first, 9)).toBeUndefined();
});

test.each([
  ['the page has AKPush', [page('a'), framed(7, '/', { isForeign: false })], 0],
  [
    'a frame of its origin alone has it',
    [page('a', false), framed(7, '/', { isForeign: false })],
    7,
  ],
  ['a frame of another origin alone has it', [page('a', false), framed(7, '/')], 0],
  ['nothing has it', [page('a', false)], 0],
] as const)('whose workers are watched where %s', (_, changes, frame) => {
  expect(workersFrame(after(changes))).toBe(frame);
});
