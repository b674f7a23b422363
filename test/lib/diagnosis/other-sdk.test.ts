import { describe, expect, test } from 'vitest';
import { diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import type { ErrorData } from '../../../lib/model/entry';
import { inFrame } from '../../../lib/model/in-frame';
import { emptySession, type Session } from '../../../lib/model/session';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn, type SceneParts } from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState } from '../../support/make-state';
import { needsAkpush, otherFrame } from '../../support/other-frame';
import { worded } from '../../support/worded';

/* AKPush is in one document of a tab, and scripts of another one use it. */

provideEnglish();

const site = 'https://shop.example';
const other = 'https://other.example';
const empty = makeState({ cache: null, registrations: [] });
const errorOf = (error: ErrorData) =>
  makeEntry('error', {
    id: 5,
    name: error.name,
    status: 'failed',
    detail: { source: 'error', error, script: `${site}/app.js`, line: 3 },
  });
const without = (...errors: ErrorData[]): SceneParts => ({
  page: { sdk: false },
  state: empty,
  entries: errors.map((error) => errorOf(error)),
});
const foreign = { embedded: { name: '', origin: other, isForeign: true }, url: `${other}/widget` };
/** In a frame: the page around it. */
const top = (sdk: boolean, errors: ErrorData[] = []) => {
  const made = otherFrame({ sdk, url: `${site}/?a=1` }, errors);
  const { embedded: _, ...page } = made.page;
  return { ...made, page: { ...page, frame: 0 } };
};
const inside = { embedded: { name: 'w', origin: site, isForeign: false } };

describe('a document without AKPush whose scripts use it', () => {
  test.each<[string, ErrorData]>([
    ['Chromium, a constructor', needsAkpush],
    ['a name that is not declared', { name: 'ReferenceError', message: 'AKPush is not defined' }],
    [
      'Firefox, a member',
      { name: 'TypeError', message: `can't access property "events", window.AKPush is undefined` },
    ],
    [
      'Chromium, across origins',
      {
        name: 'SecurityError',
        message: `Failed to read a named property 'AKPush' from 'Window': Blocked a frame with origin "${site}" from accessing a cross-origin frame.`,
      },
    ],
    [
      'Firefox, across origins',
      {
        name: 'SecurityError',
        message: `Permission denied to access property "AKPush" on cross-origin object`,
      },
    ],
  ])('%s: it is in a frame, which is named, with the error', (_, error) => {
    const parts = { ...without(error), others: [otherFrame({ sdk: true })] };
    const found = findIn(parts);
    expect(found.map(({ id }) => id)).toEqual(['sdk-in-other-frame']);
    expect(found[0]).toMatchObject({ severity: 'error' });
    expect(found[0]?.isGuess).toBeUndefined();
    expect(found[0]?.sentence).toContain('in widget · https://shop.example/widget');
    expect(found[0]?.evidence).toContainEqual({ type: 'entry', key: '1:5' });
    expect(found[0]?.advice[0]?.text).toContain('contentWindow.AKPush');
  });

  test('a method of nothing, or what the page itself throws, is a guess', () => {
    for (const error of [
      {
        name: 'TypeError',
        message: "Cannot read properties of undefined (reading 'initSubscription')",
      },
      { name: 'Error', message: 'AKPush did not load' },
    ]) {
      const [found] = findIn({ ...without(error), others: [otherFrame({ sdk: true })] });
      expect(found).toMatchObject({ id: 'sdk-in-other-frame', severity: 'error', isGuess: true });
    }
  });

  test('in a frame of another origin it cannot be reached', () => {
    const [found] = findIn({
      ...without(needsAkpush),
      others: [otherFrame({ sdk: true, ...foreign })],
    });
    expect(found?.advice[0]?.text).toContain('postMessage');
  });

  test('the page around a frame is meant before other frames', () => {
    const others = [otherFrame({ sdk: true }), top(true)];
    const [found] = findIn({ ...without(needsAkpush), others, page: { sdk: false, ...inside } });
    expect(found?.sentence).toContain(`${site}/.`);
  });

  test('where nothing was seen to use it that is only to be known, and no fault', () => {
    const [found, ...more] = findIn({ ...without(), others: [otherFrame({ sdk: true })] });
    expect(found).toMatchObject({ id: 'sdk-in-other-frame', severity: 'hint' });
    expect(more).toEqual([]);
  });

  test('where no frame has it either, or a script should have brought it here, other rules say so', () => {
    expect(idsIn({ ...without(needsAkpush), others: [otherFrame({ sdk: false })] })).toEqual([
      'no-sdk',
    ]);
    const page = { sdk: false, scripts: [`${site}/ak-push.js`] };
    expect(idsIn({ ...without(needsAkpush), page, others: [otherFrame({ sdk: true })] })).toEqual([
      'sdk-not-started',
    ]);
  });
});

describe('a document with AKPush that another one needs', () => {
  const fresh = { state: empty, entries: healthyEntries().slice(0, 1) };
  const about = (parts: SceneParts) =>
    findIn(parts).find(({ id }) => id === 'sdk-used-in-other-frame');

  test('nobody calls it here: nothing gets further', () => {
    const found = about({ ...fresh, others: [otherFrame({ sdk: false }, [needsAkpush])] });
    expect(found).toMatchObject({ severity: 'error' });
    expect(found?.sentence).toContain('in widget · https://shop.example/widget');
    expect(found?.evidence).toContainEqual({ type: 'entry', key: '2:1' });
  });

  test('in a frame, and the page around it needs it', () => {
    const found = about({ ...fresh, page: inside, others: [top(false, [needsAkpush])] });
    expect(found?.sentence).toContain(`in ${site}/ uses`);
    expect(found?.advice[0]?.text).toContain('parent.AKPush');
  });

  test('what is called here, or subscribed, works all the same; a guess breaks nothing', () => {
    const others = [otherFrame({ sdk: false }, [needsAkpush])];
    const call = makeEntry('call', { id: 7, name: 'initSubscription' });
    expect(about({ ...fresh, entries: [...fresh.entries, call], others })?.severity).toBe(
      'warning',
    );
    expect(about({ others })?.severity).toBe('warning');
    const guess = { name: 'TypeError', message: 'x.initSubscription is not a function' };
    expect(about({ ...fresh, others: [otherFrame({ sdk: false }, [guess])] })).toMatchObject({
      severity: 'warning',
      isGuess: true,
    });
  });

  test.each<[string, SceneParts]>([
    ['both have it', { others: [otherFrame({ sdk: true }, [needsAkpush])] }],
    ['the frame does not use it', { others: [otherFrame({ sdk: false })] }],
    [
      'what went wrong there is something else',
      { others: [otherFrame({ sdk: false }, [{ name: 'TypeError', message: 'x is null' }])] },
    ],
    [
      'the frame is still loading',
      { others: [otherFrame({ sdk: false }, [needsAkpush], { isLoaded: false })] },
    ],
    [
      'the frame has a script for it, which has a fault of its own',
      { others: [otherFrame({ sdk: false }, [needsAkpush], { hasScripts: true })] },
    ],
    [
      'the page around both has it: that one is meant',
      { page: inside, others: [otherFrame({ sdk: false }, [needsAkpush]), top(true)] },
    ],
  ])('%s: nothing is said', (_, parts) => {
    expect(about({ ...fresh, ...parts })).toBeUndefined();
  });
});

test('of a session with frames, each says what it has to do with the other; a frame that has gone is not spoken of', () => {
  const page = makePage({ document: 'top', sdk: false });
  const framed = makePage({ document: 'in', url: `${site}/widget`, ...inside });
  const state = { ...empty, readAt: page.timeOrigin + 60_000 };
  const read = (document: string, frame = 0): SessionChange => ({
    type: 'state',
    document,
    state,
    readAt: state.readAt,
    frame,
  });
  const session = (
    [
      { type: 'page', info: page, preserve: true },
      { type: 'page', info: framed, preserve: true, frame: 7, parent: 0 },
      { type: 'entries', document: 'top', entries: [errorOf(needsAkpush)], lost: 0 },
      { type: 'entries', document: 'in', entries: healthyEntries().slice(0, 1), lost: 0, frame: 7 },
      read('top'),
      read('in', 7),
    ] satisfies SessionChange[]
  ).reduce<Session>(reduce, emptySession);
  const diagnose = (of: Session, frame: number) => {
    const shown = inFrame(of, frame);
    return worded(diagnoseSession(shown, readOutcomes(shown)));
  };
  const ids = (of: Session, frame: number) => diagnose(of, frame)?.findings.map(({ id }) => id);
  expect(ids(session, 0)).toEqual(['sdk-in-other-frame']);
  expect(ids(session, 7)).toContain('sdk-used-in-other-frame');
  expect(diagnose(session, 0)?.verdict).toMatchObject({
    id: 'broken',
    finding: 'sdk-in-other-frame',
  });
  const left = reduce(session, { type: 'down', connection: 'unreachable', frame: 7 });
  expect(ids(left, 0)).toEqual(['no-sdk']);
  const unused = reduce(session, { type: 'clear' });
  expect(diagnose(unused, 0)?.verdict).toMatchObject({
    id: 'unknown',
    finding: 'sdk-in-other-frame',
  });
});
