import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../lib/diagnosis/diagnose';
import { buildInput } from '../../../lib/diagnosis/diagnosis-input';
import type { Entry } from '../../../lib/model/entry';
import type { RegistrationState } from '../../../lib/model/page-state';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { reduce } from '../../../lib/session/reduce';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn, makeDiagnosed } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { makeRegistration, makeState } from '../../support/make-state';

/* Whose registration it is, who took it, and what becomes of it. */

provideEnglish();

const site = 'https://shop.example/';
const own = `${site}service-worker.js?browser=Firefox`;
const stack = `register@${site}pwa.js:12:5`;
const register = (id: number, script: string, change: object = {}): Entry =>
  makeEntry('worker', { id, name: 'register', detail: { script, scope: site }, ...change });
const worker = (scriptURL: string, state = 'activated') => ({ scriptURL, state });
const withWorkers = (change: Partial<RegistrationState>) =>
  makeState({ registrations: [makeRegistration(change)] });
const generation = (name: string, config: object = {}): Entry[] =>
  healthyEntries(config).map((entry) => (entry.kind === 'sdk' ? { ...entry, name } : entry));

/** What is found when the scope has had these scripts one after another. */
const inTurn = (...scripts: string[]) => {
  let session = makeDiagnosed({ state: withWorkers({ active: worker(scripts[0] ?? '') }) });
  const { document = '', readAt = 0 } = session.state ?? {};
  scripts.slice(1).forEach((script, index) => {
    const state = withWorkers({ active: worker(script) });
    const at = readAt + 1_000 * (index + 1);
    session = reduce(session, { type: 'state', document, state, readAt: at });
  });
  const input = buildInput(session, readOutcomes(session));
  return input ? diagnose(input) : [];
};

describe('two scripts at one scope', () => {
  test.each([`${site}sw.js`, `${site}OneSignalSDKWorker.js`, `${site}pwa/../ngsw-worker.js`])(
    '%s and the SDK’s are one finding that names both, and who registered',
    (other) => {
      const entries = [...healthyEntries(), register(3, other, { stack }), register(4, own)];
      const [found, ...more] = findIn({ entries });
      expect(more).toEqual([]);
      expect(found).toMatchObject({ id: 'worker-alternates', severity: 'warning' });
      expect(found?.sentence).toContain(new URL(other).pathname);
      expect(found?.sentence).toContain(' /pwa.js:12:5');
      expect(found).not.toHaveProperty('isGuess');
    },
  );

  test('the SDK’s own file without ?browser= and with it take turns: who registers it bare', () => {
    const bare = `${site}service-worker.js`;
    const entries = [...healthyEntries(), register(3, bare, { stack }), register(4, own)];
    const [found, ...more] = findIn({ entries });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ id: 'worker-alternates', severity: 'warning' });
    expect(found?.sentence).toMatch(/without it.* \/pwa\.js:12:5/);
    expect(inTurn(own, bare, own, bare)).toMatchObject([
      { id: 'worker-alternates', severity: 'error', consequences: [{ id: 'worker-missing' }] },
    ]);
    // What a build of 2018 has left is replaced once, for good; and such a build has no other.
    expect(inTurn(bare, own)).toEqual([]);
    const old = entries.map((entry) =>
      entry.kind === 'sdk'
        ? { ...entry, detail: { ...entry.detail, members: ['subscribe', 'unsubscribe'] } }
        : entry,
    );
    expect(idsIn({ entries: old as Entry[] })).not.toContain('worker-alternates');
  });

  test('told by readings alone, when nobody saw the other one being registered', () => {
    expect(inTurn(own, `${site}sw.js`, own)).toMatchObject([{ id: 'worker-alternates' }]);
    expect(inTurn(`${site}sw.js`, own)).toMatchObject([{ id: 'worker-alternates', isGuess: true }]);
  });

  test('while one takes the other’s place once, no reading of both makes that many turns', () => {
    const both = withWorkers({
      active: worker(own),
      installing: worker(`${site}sw.js`, 'installing'),
    });
    let session = makeDiagnosed({ state: withWorkers({ active: worker(own) }), next: both });
    const { document = '', readAt = 0 } = session.state ?? {};
    const later = [both, both, withWorkers({ active: worker(`${site}sw.js`) })];
    later.forEach((state, index) => {
      const at = readAt + 100 * (index + 1);
      const read = { ...state, took: state.took + index };
      session = reduce(session, { type: 'state', document, state: read, readAt: at });
    });
    const input = buildInput(session, readOutcomes(session));
    expect(input && diagnose(input).map(({ id }) => id)).toEqual(['worker-foreign']);
  });

  test('nobody is said to have unregistered a worker whose scope was taken', () => {
    const ids = (all: { id: string }[]) => all.map(({ id }) => id);
    expect(ids(inTurn(own, `${site}sw.js`))).toEqual(['worker-foreign']);
    expect(ids(inTurn(own, `${site}sw.js`, own, `${site}sw.js`))).toEqual(['worker-alternates']);
  });

  test('of which a vendor has ended the subscription: who did both', () => {
    const entries = [
      ...healthyEntries(),
      register(3, '/OneSignalSDKWorker.js', { stack: `@${site}onesignal.js:1:20` }),
      makeEntry('subscription', {
        id: 4,
        name: 'unsubscribe',
        stack: `@${site}onesignal.js:1:90`,
        detail: { scope: null, result: true },
      }),
    ];
    const state = withWorkers({
      active: worker(`${site}OneSignalSDKWorker.js`),
      subscription: { ok: null },
    });
    const [found, ...more] = findIn({ state, entries });
    expect([found?.id, more.length]).toEqual(['worker-foreign', 0]);
    expect(found?.sentence).toContain('OneSignal');
    expect(found?.sentence).toContain('onesignal.js:1:90');
  });

  test.each([
    ['a newer address of the SDK’s own', own, `${own}&expiration=2`],
    ['a build of another day', `${own}&expiration=1`, `${own}&expiration=2`],
  ])('%s is none', (_, first, second) => {
    const entries = [...healthyEntries(), register(3, first), register(4, second)];
    expect(idsIn({ entries })).toEqual([]);
  });

  test('a PWA’s at the root beside the SDK’s in a folder is none', () => {
    const folder = `${site}push/`;
    const state = makeState({
      registrations: [
        makeRegistration({
          scope: folder,
          active: worker(`${folder}service-worker.js?browser=Firefox`),
        }),
        makeRegistration({ active: worker(`${site}sw.js`), subscription: { ok: null } }),
      ],
    });
    const entries = [
      ...healthyEntries({ swPath: '/push/service-worker.js' }),
      register(3, '/sw.js', { stack }),
    ];
    expect(idsIn({ state, entries })).toEqual([]);
  });
});

describe('a worker outside of the page’s folder', () => {
  const folder = `${site}push/`;
  const state = withWorkers({
    scope: folder,
    active: worker(`${folder}service-worker.js?browser=Firefox`),
  });
  test.each(['G3', 'G4', 'G5', 'G6'])('is fine for %s', (name) => {
    const entries = generation(name, { swPath: '/push/service-worker.js' });
    expect(idsIn({ state, entries })).toEqual([]);
  });
  test.each(['G1', 'G2'])('keeps %s waiting', (name) => {
    const entries = generation(name, { swPath: '/push/service-worker.js' });
    expect(idsIn({ state, entries })).toEqual(['worker-other-folder']);
  });
});

describe('a worker that does not get ready', () => {
  const installing = withWorkers({
    active: null,
    installing: worker(own, 'installing'),
    subscription: { ok: null },
  });
  installing.stored.databases.localforage = { ok: null };

  test('is told after ten seconds, and not before', () => {
    expect(idsIn({ state: installing, readAgain: [5_000] })).toEqual([]);
    const [found] = findIn({ state: installing, readAgain: [5_000, 12_000] });
    expect(found).toMatchObject({ id: 'worker-stuck', severity: 'error' });
    expect(found?.sentence).toContain('has been installing for 12 s');
  });

  test('a version that does not finish behind one that works is a warning', () => {
    const state = withWorkers({ installing: worker(`${own}&expiration=2`, 'installing') });
    expect(findIn({ state, readAgain: [12_000] })).toMatchObject([
      { id: 'worker-stuck', severity: 'warning' },
    ]);
  });

  test('one that does not finish activating', () => {
    const state = withWorkers({ active: worker(own, 'activating') });
    expect(findIn({ state, readAgain: [12_000] })).toMatchObject([
      { id: 'worker-stuck', severity: 'error' },
    ]);
  });
});

describe('another program that waits behind the SDK’s worker', () => {
  test.each([`${site}sw.js`, `${site}ngsw-worker.js`])(
    '%s: what happens when the tabs close, and no skipping',
    (script) => {
      const state = withWorkers({ waiting: worker(script, 'installed') });
      const entries = [...healthyEntries(), register(3, own), register(4, script, { stack })];
      const [found, ...more] = findIn({ state, entries, readAgain: [3_000] });
      expect([found?.id, more.length]).toEqual(['worker-waiting', 0]);
      expect(found?.sentence).toContain('When the site’s last tab closes');
      expect(found?.sentence).toContain('pwa.js:12:5');
      expect(found?.fixes ?? []).toEqual([]);
    },
  );
});

describe('the permission was taken away', () => {
  const taken = (notification: 'default' | 'denied', entries: readonly Entry[] = []) => {
    const query = { ok: notification === 'denied' ? ('denied' as const) : ('prompt' as const) };
    const state = makeState({ registrations: [], permission: { notification, query } });
    return findIn({ state, entries: [...healthyEntries(), ...entries] }).map(
      ({ id, consequences = [] }) => [id, ...consequences.map((each) => each.id)],
    );
  };
  const unregistered = makeEntry('worker', {
    id: 3,
    name: 'unregister',
    stack: `@${site}cleanup.js:3:9`,
    detail: { script: null, scope: site },
  });

  test('that the worker is missing follows from it', () => {
    expect(taken('default')).toEqual([['permission-lost', 'worker-missing']]);
    expect(taken('denied')).toEqual([['permission-denied', 'worker-missing']]);
  });

  test('a script that unregistered it is a cause of its own', () => {
    expect(taken('default', [unregistered])).toEqual([['permission-lost'], ['worker-missing']]);
    expect(taken('denied', [unregistered])).toEqual([['permission-denied'], ['worker-missing']]);
  });

  test('and so is a missing worker where the permission is there', () => {
    expect(findIn({ state: makeState({ registrations: [] }) }).map(({ id }) => id)).toEqual([
      'worker-missing',
    ]);
  });
});

describe('who unregistered the worker', () => {
  const unregister = (id: number, scope = site) =>
    makeEntry('worker', {
      id,
      name: 'unregister',
      stack: `@${site}cleanup.js:3:9`,
      detail: { script: null, scope },
    });

  test.each([
    ['on a page that it controls it is still there', makeState()],
    ['on another page it has gone', makeState({ registrations: [] })],
    ['before there was a token', makeState({ registrations: [], cache: null })],
  ])('%s', (_, state) => {
    const [found, ...more] = findIn({ state, entries: [...healthyEntries(), unregister(3)] });
    expect([found?.id, more.length]).toEqual(['worker-missing', 0]);
    expect(found?.sentence).toContain(' /cleanup.js:3:9');
  });

  test('another scope’s, and one that was registered again, are none', () => {
    const other = [...healthyEntries(), unregister(3, `${site}pwa/`)];
    expect(idsIn({ entries: other })).toEqual([]);
    expect(idsIn({ entries: [...healthyEntries(), unregister(3), register(4, own)] })).toEqual([]);
  });
});

test('who ended the subscription', () => {
  const ended = (change: object = {}) =>
    makeEntry('subscription', {
      id: 3,
      name: 'unsubscribe',
      stack: `@${site}logout.js:7:1`,
      detail: { scope: null, result: true },
      ...change,
    });
  const state = withWorkers({ subscription: { ok: null } });
  const sentence = (entry: Entry) =>
    findIn({ state, entries: [...healthyEntries(), entry] })[0]?.sentence;
  expect(sentence(ended())).toContain('logout.js:7:1');
  expect(sentence(ended({ detail: { scope: null, result: false } }))).not.toContain('logout');
});

test('an emulated browser is told, and nobody is to unregister what the real one has', () => {
  const emulated =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1';
  const entries = healthyEntries({ browser: 'Safari' });
  const [found, ...more] = findIn({ state: makeState({ permission: { emulated } }), entries });
  expect([found?.id, more.length]).toEqual(['browser-emulated', 0]);
  expect(found?.fixes ?? []).toEqual([]);
  expect(found?.consequences?.map(({ id }) => id)).toContain('worker-other-browser');
});
