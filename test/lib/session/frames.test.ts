import { expect, test } from 'vitest';
import { toSession } from '../../../lib/formats/to-session';
import { framesOf } from '../../../lib/model/frames';
import { inFrame } from '../../../lib/model/in-frame';
import { emptySession, type Session } from '../../../lib/model/session';
import { frameOf, mainFrame } from '../../../lib/model/shown-frame';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { toBareFile } from '../../../lib/schema/session-file';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState, prefix } from '../../support/make-state';

const after = (changes: readonly SessionChange[], from: Session = emptySession): Session =>
  changes.reduce(reduce, from);

const top: SessionChange = { type: 'page', info: makePage({ sdk: false }), preserve: false };
const framed = (document: string, frame = 7, parent = 0): SessionChange => ({
  type: 'page',
  info: makePage({ document, url: `https://frame.example/${document}` }),
  preserve: false,
  frame,
  parent,
});
const logged = (document: string, frame: number, ids: readonly number[]): SessionChange => ({
  type: 'entries',
  document,
  frame,
  lost: 0,
  entries: ids.map((id) => makeEntry('call', { id, name: 'initSubscription', time: id })),
});
const read = (document: string, frame: number, readAt: number): SessionChange => ({
  type: 'state',
  document,
  frame,
  state: makeState({ readAt }),
  readAt,
});

const withFrame = after([top, framed('inner'), logged('inner', 7, [1, 2])]);

test('documents of frames have numbers of their own, their frame and the document around them', () => {
  const session = after([framed('innermost', 9, 7)], withFrame);
  expect(session.pages.map(({ number, frame, parent }) => [number, frame, parent])).toEqual([
    [1, 0, undefined],
    [2, 7, 1],
    [3, 9, 2],
  ]);
  expect(session.entries.map(({ key }) => key)).toEqual(['2:1', '2:2']);
  expect(frameOf(session, session.entries[0] as { page: number })).toBe(7);
});

test('two frames whose entries have the same numbers do not mix', () => {
  const session = after([framed('other', 8), logged('other', 8, [1, 2])], withFrame);
  expect(session.entries.map(({ key }) => key)).toEqual(['2:1', '2:2', '3:1', '3:2']);
  expect(inFrame(session, 8).entries.map(({ key }) => key)).toEqual(['3:1', '3:2']);
});

test('a frame cannot speak for another: a document that is not its own is not taken', () => {
  expect(after([logged('inner', 8, [3])], withFrame)).toBe(withFrame);
  expect(after([logged('first', 7, [3])], withFrame)).toBe(withFrame);
  expect(after([read('first', 7, 5)], withFrame)).toBe(withFrame);
});

test('what a frame holds does not touch what the page does', () => {
  const session = after([read('first', 0, 10), read('inner', 7, 20)], withFrame);
  expect(session.connection).toBe('no-sdk');
  expect(session.state?.document).toBe('first');
  const inner = inFrame(session, 7);
  expect(inner.connection).toBe('connected');
  expect(inner.state?.document).toBe('inner');
  expect(inner.readings.map(({ document }) => document)).toEqual(['inner']);
  expect(inner.memory).toBeNull();
});

test('a frame in the place of the page is read as if it were the page', () => {
  const inner = inFrame(withFrame, 7);
  expect(inner.pages).toMatchObject([{ number: 2, frame: 0, document: 'inner' }]);
  expect(inner).toBe(inFrame(withFrame, 7));
  expect(inFrame(after([top]), 0).pages).toHaveLength(1);
});

test('a session without frames is its own page', () => {
  const session = after([top, logged('first', 0, [1])]);
  expect(inFrame(session, 0)).toBe(session);
});

test('entries of a frame are the same list for as long as the session has the same', () => {
  const session = after([read('inner', 7, 10)], withFrame);
  expect(inFrame(session, 7).entries).toBe(inFrame(withFrame, 7).entries);
});

test('of a frame that goes the entries stay, and its calls are cut off', () => {
  const session = after(
    [
      {
        ...logged('inner', 7, []),
        entries: [
          makeEntry('call', { id: 3, name: 'initSubscription', status: 'pending', time: 3 }),
        ],
      } as SessionChange,
      { type: 'down', connection: 'unreachable', frame: 7 },
    ],
    withFrame,
  );
  expect(session.connection).toBe('no-sdk');
  expect(inFrame(session, 7).connection).toBe('unreachable');
  const [, , pending] = session.entries;
  expect(pending && readOutcomes(session).of(pending)).toEqual(
    pending && readOutcomes(inFrame(session, 7)).of(pending),
  );
  expect(after([{ type: 'clear' }], session).pages.map(({ frame }) => frame)).toEqual([0]);
});

test('another page takes the frames of the one before with it', () => {
  const next = after(
    [
      {
        type: 'page',
        info: makePage({ document: 'second' }),
        preserve: false,
      },
    ],
    withFrame,
  );
  expect(next.pages).toHaveLength(1);
  expect(next.frames).toEqual({});
  const kept = after(
    [{ type: 'page', info: makePage({ document: 'second' }), preserve: true }],
    withFrame,
  );
  expect(kept.pages).toHaveLength(3);
  expect(framesOf(kept).map(({ document }) => document)).toEqual(['second']);
});

test('a frame that shows another document keeps the earlier one where the log is preserved', () => {
  const next = framed('later');
  expect(after([next], withFrame).pages.map(({ document }) => document)).toEqual([
    'first',
    'later',
  ]);
  expect(after([next], withFrame).entries).toEqual([]);
  const kept = after([{ ...next, preserve: true } as SessionChange], withFrame);
  expect(kept.pages).toHaveLength(3);
  expect(kept.entries).toHaveLength(2);
});

test('a page that comes back with its frame from the back/forward cache is another visit of both', () => {
  const preserve = true;
  const session = after(
    [
      { type: 'page', info: makePage({ document: 'second' }), preserve },
      { ...top, preserve } as SessionChange,
      { ...framed('inner'), preserve } as SessionChange,
      logged('inner', 7, [3]),
    ],
    withFrame,
  );
  expect(framesOf(session).map(({ document, number }) => [document, number])).toEqual([
    ['first', 4],
    ['inner', 5],
  ]);
  expect(session.entries.at(-1)?.key).toBe('5:3');
});

test('what a panel does in a frame has its place among the entries of that frame', () => {
  const session = after(
    [
      {
        type: 'action',
        frame: 7,
        action: { ref: 'a', name: 'unregister', status: 'ok', time: 9, detail: { target: '/' } },
      },
    ],
    withFrame,
  );
  expect(session.entries.at(-1)).toMatchObject({ key: 'action:a', page: 2 });
});

test('each frame has its own readings, and one of many does not push out those of another', () => {
  const many = Array.from({ length: 70 }, (_, index) => read('inner', 7, 100 + index));
  const session = after([read('first', 0, 10), ...many], withFrame);
  expect(inFrame(session, 0).readings).toHaveLength(1);
  expect(inFrame(session, 7).readings).toHaveLength(60);
  const cleared = after([{ type: 'clear' }], session);
  expect(cleared.readings.map(({ document }) => document)).toEqual(['first', 'inner']);
});

test('readings and changes stay those of their frame when its document has gone', () => {
  const page = (document: string): SessionChange =>
    ({ ...top, info: makePage({ document }) }) as never;
  const session = after(
    [
      read('first', 0, 10),
      read('inner', 7, 20),
      page('second'),
      read('second', 0, 30),
      framed('other', 8),
      read('other', 8, 40),
    ],
    withFrame,
  );
  const seen = (frame: number) => inFrame(session, frame).readings.map((each) => each.document);
  expect(seen(0)).toEqual(['first', 'second']);
  expect(seen(8)).toEqual(['other']);
  expect(seen(7)).toEqual([]);
  expect(inFrame(after([page('third')], session), 0).readings.map(({ to }) => to)).toEqual([
    10, 30,
  ]);
});

test('changes of what the page has stored do not go because a frame comes', () => {
  const withToken = (document: string, token: string, readAt: number): SessionChange => ({
    type: 'state',
    document,
    state: makeState({ readAt, cache: { [`${prefix}current_token`]: token } }),
    readAt,
  });
  const session = after([
    top,
    withToken('first', 'a', 10),
    { ...top, info: makePage({ document: 'second' }) } as SessionChange,
    withToken('second', 'b', 30),
  ]);
  expect(session.changes).toHaveLength(1);
  const joined = after([framed('inner'), read('inner', 7, 40)], session);
  expect(inFrame(joined, 0).changes).toEqual(session.changes);
  expect(inFrame(joined, 7).changes).toEqual([]);
});

test('what frames that come and go have stored is not kept without end', () => {
  const many = Array.from({ length: 400 }, (_, index) => [
    { ...framed(`f${index}`, 10 + index), preserve: true } as SessionChange,
    read(`f${index}`, 10 + index, index),
  ]).flat();
  const session = after([top, read('first', 0, 10), ...many]);
  expect(session.readings).toHaveLength(301);
  expect(inFrame(session, 0).readings).toHaveLength(1);
  expect(inFrame(session, 409).readings).toHaveLength(1);
});

test('clearing leaves no frame of an earlier page', () => {
  const second: SessionChange = {
    ...top,
    info: makePage({ document: 'second' }),
    preserve: true,
  } as never;
  const cleared = after([second, framed('later', 9), { type: 'clear' }], withFrame);
  expect(cleared.pages.map(({ document }) => document)).toEqual(['second', 'later']);
});

test('where the page has no AKPush, the first frame that has it is looked at', () => {
  expect(mainFrame(withFrame)).toBe(7);
  const found = after([{ type: 'page', info: makePage(), preserve: false }], withFrame);
  expect(mainFrame(found)).toBe(0);
  expect(mainFrame(emptySession)).toBe(0);
});

test('a file has the frames, and is read as it was', () => {
  const session = after([read('first', 0, 10), read('inner', 7, 20)], withFrame);
  const file = toBareFile(session, {
    about: { extension: '1', browser: 'Chrome' },
    isRedacted: false,
  });
  const opened = toSession(JSON.parse(JSON.stringify(file)));
  expect(opened.pages).toEqual(session.pages);
  expect(inFrame(opened, 7).state?.document).toBe('inner');
  expect(inFrame(opened, 0).state?.document).toBe('first');
});
