import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../lib/model/entry';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeState, prefix } from '../../support/make-state';

/* Two calls that save at once, and those that are none: one call after the other, whatever came between. */

provideEnglish();

const made = (id: number, time: number): Entry => ({
  ...(healthyEntries()[1] as Entry),
  id,
  time,
  duration: 1,
});
const init = (id: number, time: number, duration: number, readyState = 'complete'): Entry =>
  makeEntry('call', {
    id,
    name: 'initSubscription',
    time,
    duration,
    detail: { readyState, permission: 'granted' },
  });
const save = (
  id: number,
  time: number,
  duration: number,
  { token = endpoint, resource = 'bm9ydGg', httpStatus = 200 } = {},
): Entry =>
  makeEntry('request', {
    id,
    name: 'save',
    time,
    duration,
    status: httpStatus === 200 ? 'ok' : 'failed',
    candidates: [11, 21],
    detail: {
      httpStatus,
      response: { error: 0 },
      body: JSON.stringify({ endpoint: token, resource_token: resource }),
    },
  });
const pendingFlag = (hasPending: boolean): Entry[] =>
  healthyEntries().map((entry) =>
    entry.kind === 'sdk' ? { ...entry, detail: { ...entry.detail, hasPending } } : entry,
  );
const input = (entries: readonly Entry[], hasPending = true) => ({
  entries: [...pendingFlag(hasPending), ...entries],
});
const found = (entries: readonly Entry[], hasPending = true) =>
  findIn(input(entries, hasPending)).find(({ id }) => id === 'saved-twice');

const ofClicks = [made(10, 1_000), init(11, 1_001, 900), made(20, 1_200), init(21, 1_201, 900)];

describe('two calls that save at once', () => {
  test('by an instance each: both requests and both calls prove it', () => {
    const finding = found([...ofClicks, save(30, 1_100, 600), save(31, 1_300, 600)]);
    expect(finding).toMatchObject({ severity: 'warning', node: 'sdk' });
    expect(finding?.sentence).toContain('on two AKPush instances of the page (instances: 3)');
    expect(finding?.sentence).toContain('same token');
    expect(finding?.advice[0]?.text).toContain('blocks a second call');
    const keys = finding?.evidence.map((each) => (each.type === 'entry' ? each.key : each.label));
    expect(keys).toEqual(expect.arrayContaining(['1:30', '1:31', '1:11', '1:21']));
  });

  test('of a subscription each: what the browser gave twice', () => {
    const entries = [
      ...ofClicks,
      save(30, 1_100, 600, { token: `${endpoint}first` }),
      save(31, 1_300, 600),
    ];
    expect(found(entries)?.sentence).toContain('different tokens');
    expect(idsIn(input(entries))).toEqual(['saved-twice']);
    // What is cached last is a matter of who is answered last.
    const state = makeState({ cache: { [`${prefix}current_token`]: `${endpoint}first` } });
    expect(idsIn({ ...input(entries), state })).toEqual(['saved-twice']);
  });

  test('of one instance, in a build that holds back no second call', () => {
    const entries = [
      init(11, 1_001, 900),
      init(21, 1_201, 900),
      save(30, 1_100, 600),
      save(31, 1_300, 600),
    ];
    expect(found(entries, false)?.sentence).toContain('which this build allows');
    expect(found(entries, false)?.advice[0]?.text).toContain('does not block a second call');
  });

  test('also where the first is answered and its token not cached when the second is sent', () => {
    expect(found([...ofClicks, save(30, 1_210, 50), save(31, 1_300, 50)])).toBeDefined();
  });

  test('that were put off to the page’s load', () => {
    const entries = [
      made(10, 1_000),
      init(11, 1_001, 1, 'loading'),
      made(20, 1_010),
      init(21, 1_011, 1, 'loading'),
      save(30, 2_000, 600),
      save(31, 2_010, 600),
    ];
    expect(found(entries)).toBeDefined();
  });
});

describe('what comes one after the other is none', () => {
  test.each<[string, readonly Entry[]]>([
    ['one save', [...ofClicks, save(30, 1_100, 600)]],
    [
      'a save again after one that was refused',
      [
        init(11, 1_000, 200),
        save(30, 1_100, 50, { httpStatus: 500 }),
        init(21, 2_000, 200),
        save(31, 2_100, 50),
      ],
    ],
    [
      'by two instances at once, of which one was refused',
      [...ofClicks, save(30, 1_100, 600, { httpStatus: 500 }), save(31, 1_300, 600)],
    ],
    [
      'an instance a click, the second when the first was done',
      [
        made(10, 1_000),
        init(11, 1_001, 200),
        save(30, 1_100, 50, { token: `${endpoint}first` }),
        made(20, 2_000),
        init(21, 2_001, 200),
        save(31, 2_100, 50),
      ],
    ],
    [
      'the page’s load saves by itself, and a click then',
      [save(30, 900, 600), init(11, 1_000, 900), save(31, 1_300, 100)],
    ],
    [
      'a call that was put off, and a click later',
      [
        init(11, 500, 1, 'loading'),
        save(30, 1_000, 100, { token: `${endpoint}first` }),
        init(21, 2_000, 300),
        save(31, 2_100, 100),
      ],
    ],
    [
      'a call that never ends, and two clicks later',
      [
        init(11, 1_000, 60_000),
        init(21, 2_000, 200),
        save(30, 2_100, 50, { token: `${endpoint}first` }),
        init(22, 3_000, 200),
        save(31, 3_100, 50),
      ],
    ],
    [
      'of two resources',
      [...ofClicks, save(30, 1_100, 600, { resource: 'c2Vjb25k' }), save(31, 1_300, 600)],
    ],
    [
      'a call that another one has made',
      [
        init(11, 1_000, 900),
        { ...init(21, 1_010, 800), call: 11 },
        save(30, 1_100, 600),
        save(31, 1_300, 600),
      ],
    ],
  ])('%s', (_, entries) => {
    expect(found(entries)).toBeUndefined();
    expect(found(entries, false)).toBeUndefined();
  });

  test('and what one instance held back is told as that', () => {
    const ofFirst: Entry = { ...save(30, 1_100, 600), call: 11, candidates: undefined };
    const entries = [init(11, 1_000, 900), init(21, 1_200, 0.2), ofFirst];
    expect(idsIn(input(entries))).toEqual(['init-twice']);
  });
});
