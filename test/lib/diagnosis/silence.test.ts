import { describe, expect, test } from 'vitest';
import { diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import type { Entry } from '../../../lib/model/entry';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { reduce } from '../../../lib/session/reduce';
import {
  findIn,
  healthyEntries,
  idsIn,
  makeDiagnosed,
  makeInput,
  type SceneParts,
} from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';
import { endpoint, makeRegistration, makeState, prefix } from '../../support/make-state';
import { worded } from '../../support/worded';

/* What looks well because nothing was said: see docs/diagnosis.md. */

const page = 'https://shop.example/';
const fcm = `abcdefgh_12:APA91b${'x_1'.repeat(40)}`;
const firebase = {
  browsers: { Firefox: { isFirebase: true } },
  firebase: { apiKey: 'k', projectId: 'p', messagingSenderId: '1', appId: 'a' },
};
const none = makeState({ cache: null, registrations: [] });
const withToken = makeState({ cache: { [`${prefix}current_token`]: fcm } });
const asGeneration = (name: string, entries: readonly Entry[]): Entry[] =>
  entries.map((entry) => (entry.kind === 'sdk' ? { ...entry, name } : entry));
const ended = { time: 2_000, duration: 5 };
const init = makeEntry('call', { id: 20, name: 'initSubscription', ...ended });

describe('a token that was obtained at page load and never saved', () => {
  /** A page whose first reading is `first`, and its next one `then`. */
  const readTwice = (first: SceneParts['state'], then: SceneParts['state'], entries: Entry[]) => {
    const session = makeDiagnosed({ entries, ...(first && { state: first }), wait: 1_000 });
    const { document, timeOrigin } = makePage();
    const readAt = timeOrigin + 60_000;
    const after = reduce(session, {
      type: 'state',
      document,
      state: { ...(then as NonNullable<typeof then>), readAt },
      readAt,
    });
    return worded(diagnoseSession(after, readOutcomes(after)))?.findings.find(
      ({ id }) => id === 'token-not-saved',
    );
  };
  const entries = healthyEntries(firebase);
  const save = makeEntry('request', {
    id: 30,
    name: 'save',
    detail: { httpStatus: 200, response: { error: 0 }, body: JSON.stringify({ endpoint: fcm }) },
  });

  const made = makeEntry('subscription', { id: 9, name: 'subscribe' });

  test('is not said where the SDK has said `subscribe`: its request was not seen', () => {
    const event = makeEntry('event', { id: 31, name: 'subscribe' });
    expect(readTwice(none, withToken, [...entries, made, event])).toBeUndefined();
  });

  test('is a fact where the first reading had none', () => {
    const found = readTwice(none, withToken, [...entries, made]);
    expect(found).toMatchObject({ severity: 'warning', node: 'server' });
    expect(found?.isGuess).toBeUndefined();
    expect(JSON.stringify(found)).not.toContain(fcm);
  });

  test('is nothing where another tab has obtained it, or it was only somewhere else', () => {
    expect(readTwice(none, withToken, entries)).toBeUndefined();
    const local = { ok: { rows: [{ key: 'current_token', value: fcm }] } } as never;
    const before = { ...none, stored: { ...none.stored, local } };
    expect(readTwice(before, withToken, [...entries, made])?.isGuess).toBe(true);
  });

  test('is a guess where the token may be older', () => {
    const registered = makeEntry('request', {
      id: 10,
      name: 'registrations',
      detail: { httpStatus: 200, response: {} },
    });
    const found = findIn({ entries: [...entries, registered], state: withToken });
    expect(found.find(({ id }) => id === 'token-not-saved')?.isGuess).toBe(true);
  });

  test('is none where it came between two documents: the earlier one may have saved it', () => {
    const before = makeDiagnosed({ entries, ...(none && { state: none }), wait: 1_000 });
    const { timeOrigin } = makePage();
    const info = makePage({ document: 'second', timeOrigin: timeOrigin + 60_000 });
    const readAt = timeOrigin + 61_000;
    const changes = [
      { type: 'page', info, preserve: false },
      { type: 'entries', document: 'second', entries, lost: 0 },
      { type: 'state', document: 'second', state: { ...withToken, readAt }, readAt },
    ] as const;
    const after = changes.reduce(reduce, before);
    expect(after.changes.map(({ isOverLoad }) => isOverLoad)).toContain(true);
    const ids = worded(diagnoseSession(after, readOutcomes(after)))?.findings.map(({ id }) => id);
    expect(ids).not.toContain('token-not-saved');
  });

  test('is none after a reload, with a save, or of what the panel has put there', () => {
    expect(idsIn({ entries, state: withToken })).not.toContain('token-not-saved');
    // A call after a reload is given the subscription that is there.
    const again = makeEntry('subscription', { id: 32, name: 'subscribe' });
    expect(idsIn({ entries: [...entries, again], state: withToken })).not.toContain(
      'token-not-saved',
    );
    expect(readTwice(none, withToken, [...entries, save])).toBeUndefined();
    const undo = makeEntry('action', { id: 31, name: 'undo' });
    expect(readTwice(none, withToken, [...entries, undo])).toBeUndefined();
  });
});

describe('builds that subscribe only while the permission is not given', () => {
  const registrations = [makeRegistration({ subscription: { ok: null } })];
  const granted = makeState({ cache: null, registrations });

  test.each(['G3', 'G4'])('%s', (name) => {
    for (const config of [{}, firebase]) {
      const entries = asGeneration(name, [...healthyEntries(config), init]);
      expect(idsIn({ state: granted, entries })).toEqual(['granted-before']);
    }
  });

  const asked = makeEntry('permission', {
    id: 10,
    name: 'requestPermission',
    detail: { before: 'default', answer: 'granted', gesture: true },
    time: 1_500,
    duration: 50,
  });

  test.each(['G5', 'G6'])('%s in Firebase mode, where the site has asked itself', (name) => {
    const entries = asGeneration(name, [...healthyEntries(firebase), asked, init]);
    const [found, ...others] = findIn({ state: granted, entries });
    expect(found).toMatchObject({ id: 'granted-before', severity: 'error' });
    expect(found?.sentence).toContain('outcomeSiteAsked');
    expect(others).toEqual([]);
    // Also where the call has found no worker.
    expect(idsIn({ state: none, entries })).toEqual(['granted-before']);
  });

  test('not G6 where the SDK has asked, nor in pull mode', () => {
    const bySdk = { ...asked, id: 21, call: 20, time: 2_001 };
    expect(
      idsIn({ state: granted, entries: [...healthyEntries(firebase), init, bySdk] }),
    ).not.toContain('granted-before');
    expect(idsIn({ state: granted, entries: [...healthyEntries(), asked, init] })).not.toContain(
      'granted-before',
    );
  });
});

describe('what the server was told last', () => {
  const told = (id: number, name: 'save' | 'suspend', document?: string): Entry[] => [
    ...healthyEntries(),
    makeEntry('request', {
      id,
      name,
      detail: { httpStatus: 200, response: { error: 0 }, body: JSON.stringify({ endpoint }) },
      ...(document && { url: page }),
    }),
  ];

  const reloaded = (before: 'save' | 'suspend', url = page) => {
    let session = makeDiagnosed({ entries: told(5, before) });
    const info = makePage({ document: 'second', url });
    session = reduce(session, { type: 'page', info, preserve: true });
    const entries = healthyEntries();
    session = reduce(session, { type: 'entries', document: 'second', entries, lost: 0 });
    const readAt = info.timeOrigin + 120_000;
    const state = { ...makeState(), readAt };
    session = reduce(session, { type: 'state', document: 'second', state, readAt });
    return worded(diagnoseSession(session, readOutcomes(session)));
  };
  const serverOf = (made: ReturnType<typeof reloaded>) =>
    made?.chain.nodes.find(({ id }) => id === 'server')?.state;

  test('counts after a reload too, where the log is kept', () => {
    expect(serverOf(reloaded('save'))).toBe('ok');
    const suspended = reloaded('suspend');
    expect(serverOf(suspended)).toBe('broken');
    expect(suspended?.verdict).toMatchObject({ id: 'broken', finding: 'suspended' });
  });

  test('of another site says nothing of this one', () => {
    expect(serverOf(reloaded('save', 'https://other.example/'))).toBe('unknown');
    expect(reloaded('suspend', 'https://other.example/')?.verdict.finding).not.toBe('suspended');
  });
});

describe('an update of the SDK’s registration that failed', () => {
  const update = (id: number, status: 'ok' | 'failed', scope = page) =>
    makeEntry('worker', {
      id,
      name: 'update',
      status,
      detail: {
        script: null,
        scope,
        ...(status === 'failed' && {
          error: {
            name: 'SecurityError',
            message: "The script has an unsupported MIME type ('text/html').",
          },
        }),
      },
    });
  const found = (...more: Entry[]) => idsIn({ entries: [...healthyEntries(firebase), ...more] });

  test('is told where no call tells it', () => {
    expect(found(update(5, 'failed'))).toContain('worker-type');
    expect(makeInput({ entries: [update(5, 'failed')] }).known?.own).toBeDefined();
  });

  test('not one that has succeeded since, nor one of another registration', () => {
    expect(found(update(5, 'failed'), update(6, 'ok'))).not.toContain('worker-type');
    expect(found(update(5, 'failed', `${page}pwa/`))).not.toContain('worker-type');
  });
});

describe('one cause, one finding', () => {
  const cases: [string, SceneParts, string, string[]][] = [
    [
      'Firebase’s refusal, and the token that is missing by it',
      {
        entries: [
          ...healthyEntries(firebase),
          makeEntry('request', {
            id: 5,
            name: 'registrations',
            status: 'failed',
            detail: { httpStatus: 401, response: {} },
          }),
        ],
        state: makeState({ cache: {} }),
      },
      'firebase-refused',
      ['token-not-cached'],
    ],
    [
      'a key that was changed, and the refusal that follows',
      {
        entries: [
          ...healthyEntries({ vapidKey: 'A'.repeat(87) }),
          makeEntry('subscription', {
            id: 5,
            name: 'subscribe',
            status: 'failed',
            detail: {
              scope: page,
              error: {
                name: 'InvalidStateError',
                message:
                  'Registration failed - A subscription with a different applicationServerKey (or gcm_sender_id) already exists; to change the applicationServerKey, unsubscribe then resubscribe.',
              },
            },
          }),
        ],
        state: makeState({
          registrations: [
            makeRegistration({
              subscription: {
                ok: {
                  endpoint,
                  p256dh: 'B'.repeat(87),
                  auth: 'A'.repeat(22),
                  expirationTime: null,
                  userVisibleOnly: true,
                  applicationServerKey: 'B'.repeat(87),
                },
              },
            }),
          ],
        }),
      },
      'key-differs',
      ['subscribe-other-key'],
    ],
  ];
  test.each(cases)('%s', (_, parts, cause, consequences) => {
    const found = findIn(parts);
    expect(found.map(({ id }) => id)).toEqual([cause]);
    expect(found[0]?.consequences?.map(({ id }) => id)).toEqual(consequences);
  });
});
