import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { frameIsThere } from '../../cli/frame-is-there';
import { framesIn } from '../../cli/frames-in';
import { judgeSession } from '../../cli/judge-session';
import { frameNotes } from '../../cli/reports/frame-notes';
import { toJunit } from '../../cli/reports/to-junit';
import { toMarkdown } from '../../cli/reports/to-markdown';
import { toTerminal } from '../../cli/reports/to-terminal';
import { emptyFrame, emptySession, type Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import { provideEnglish } from '../../scripts/provide-english';
import { makeCheckReport, makePageResult } from '../support/make-page-result';
import { makePage } from '../support/make-session';

beforeAll(provideEnglish);
beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

const embedded = (name: string) => ({ name, origin: 'https://shop.example', isForeign: false });
/** A page, and frames of it with AKPush: whether each is watched from its beginning. */
const withFrames = (sdk: boolean, ...frames: boolean[]): Session =>
  frames.reduce<Session>(
    (session, hooked, index) =>
      reduce(session, {
        ...{ type: 'page', preserve: false, frame: index + 1, parent: 0 },
        info: makePage({
          ...{ document: `frame ${index + 1}`, hooked, sdk: true },
          ...{ url: `https://shop.example/${index + 1}`, embedded: embedded(`n${index + 1}`) },
        }),
      }),
    reduce(emptySession, { type: 'page', preserve: false, info: makePage({ sdk }) }),
  );
const told = (session: Session, unwatched: readonly string[] = []) =>
  framesIn(session, judgeSession(session, { engine: 'chromium', unseen: [] }), unwatched);

test('nothing is said of frames where only the page is spoken of', () => {
  expect(told(withFrames(true))).toEqual({});
  expect(told(withFrames(false))).toEqual({});
});

test('the first frame that has AKPush is judged where the page has none', () => {
  expect(told(withFrames(false, true, true, false), ['https://slow.example/'])).toEqual({
    frame: { name: 'n1', url: 'https://shop.example/1' },
    otherFrames: ['https://shop.example/2'],
    unwatched: ['https://shop.example/3', 'https://slow.example/'],
  });
  expect(told(withFrames(true, true))).toEqual({ otherFrames: ['https://shop.example/1'] });
});

test('of lists that are long it is said how many more there are', () => {
  const slow = Array.from({ length: 23 }, (_, index) => `https://slow.example/${index}`);
  const frames = told(withFrames(true, ...Array.from({ length: 21 }, () => true)), slow);
  expect(frames.otherFrames).toHaveLength(20);
  expect(frames.unwatched).toHaveLength(20);
  expect(frames.moreFrames).toEqual({ otherFrames: 1, unwatched: 3 });
  const [others, unheard] = frameNotes(frames);
  expect(others).toMatch(/, and 1 more$/);
  expect(unheard).toContain(', and 3 more');
});

test('reports say so, each once', () => {
  const frames = {
    frame: { name: 'shop', url: 'https://shop.example/inner' },
    otherFrames: ['https://shop.example/third'],
    unwatched: ['https://slow.example/'],
  };
  const notes = frameNotes(frames);
  expect(notes).toHaveLength(3);
  const page = makePageResult('x', frames);
  const texts = [toTerminal(page), toMarkdown(makeCheckReport([page]))];
  for (const text of [...texts, toJunit(makeCheckReport([page]))])
    for (const address of ['inner', 'third', 'slow.example'])
      expect(text.split(address)).toHaveLength(2);
  // A page without frames has nothing more than before.
  expect(toJunit(makeCheckReport([makePageResult('x')]))).not.toContain('properties');
});

test('a frame that has gone is waited for where nothing was read of it, and no longer', () => {
  const gone: Session = { ...withFrames(true), ...emptyFrame, connection: 'unreachable' };
  const check = frameIsThere();
  check(gone);
  vi.advanceTimersByTime(4_000);
  check(gone);
  check({ ...gone, connection: 'connected' });
  vi.advanceTimersByTime(4_000);
  check(gone);
  vi.advanceTimersByTime(5_000);
  expect(() => check(gone)).toThrow(/frame that has gone/);
});
