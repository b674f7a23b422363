import { describe, expect, test } from 'vitest';
import { handlesPush } from '../../../lib/diagnosis/script-report-of';
import { scriptToRead } from '../../../lib/diagnosis/script-to-read';
import type { Entry, NameOf } from '../../../lib/model/entry';
import type { Read, RegistrationState } from '../../../lib/model/page-state';
import type { ScriptReport } from '../../../lib/model/script-report';
import { readMarks } from '../../../lib/worker-script/script-marks';
import {
  hasUnseenImports,
  importedScripts,
  isEmptyScript,
  mentionsPushHandler,
  swallowsClicks,
} from '../../../lib/worker-script/script-text';
import { findIn, healthyEntries, idsIn, makeDiagnosed } from '../../support/make-input';
import { makeEntry, makeSession } from '../../support/make-session';
import { makeRegistration, makeState } from '../../support/make-state';
import { push, request, step, workerReport } from '../../support/seen-session';

/* What lies at the address of the SDK's worker. */

const site = 'https://shop.example/';
const plain = `${site}service-worker.js`;

/** The report of a script with this text. */
const reportOf = (source: string, change: Partial<ScriptReport> = {}): ScriptReport => ({
  ...workerReport,
  url: plain,
  size: source.length,
  isEmpty: isEmptyScript(source),
  hasPushHandler: mentionsPushHandler(source),
  stopsClicks: swallowsClicks(source),
  hasUnseenImports: hasUnseenImports(source),
  marks: readMarks([source]),
  imports: importedScripts(source, plain).map((url) => ({
    url,
    answer: { ok: 200 },
    level: 1,
    hasPushHandler: false,
  })),
  ...change,
});

const sdkWorker = `config={resourceToken:"bm9ydGg",apiServerHost:"pxl.example.com",browsers:{Firefox:{isFirebase:!1},Chrome:{isFirebase:!0}}};
self.addEventListener("push",e=>fetch("/pixel?_push_pix=/push/content/get"))`;
const withWorkers = (...registrations: Partial<RegistrationState>[]) =>
  makeState({
    cache: null,
    registrations: registrations.map((each) =>
      makeRegistration({ subscription: { ok: null }, ...each }),
    ),
  });
const bare = withWorkers({ active: { scriptURL: plain, state: 'activated' } });

describe('another program at the SDK’s path', () => {
  test('that a push shows nothing there only follows', () => {
    const found = findIn({
      state: bare,
      reports: [reportOf("self.addEventListener('fetch', () => {})")],
      pushes: [push([step('handler')])],
    });
    expect(found.map(({ id }) => id)).toEqual(['worker-no-push']);
    expect(found[0]?.consequences?.map(({ id }) => id)).toContain('push-nothing-shown');
  });

  test('a script that ends by an error has come to no handler: one cause', () => {
    const failed = makeEntry('worker', {
      id: 9,
      name: 'register',
      status: 'failed',
      detail: {
        script: '/service-worker.js?browser=Chrome',
        error: {
          name: 'TypeError',
          message: 'Failed to register a ServiceWorker: ServiceWorker script evaluation failed',
        },
      },
    });
    const found = findIn({
      state: withWorkers(),
      entries: [...healthyEntries(), failed],
      reports: [reportOf('self.clinets.claim();')],
    });
    expect(found.map(({ id }) => id)).toEqual(['worker-script']);
    expect(found[0]?.consequences?.map(({ id }) => id)).toContain('worker-no-push');
  });

  const programs: [string, string][] = [
    ['Workbox', "define(['./workbox-3e911b1d'],(w)=>{w.precacheAndRoute([])});importScripts;"],
    ['Workbox', 'importScripts("https://storage.googleapis.com/workbox-cdn/workbox-sw.js");'],
    ['Angular (ngsw)', "const NGSW='ngsw.json';self.addEventListener('fetch',()=>{})"],
    ['sw-precache', 'importScripts("/precache-manifest.1a.js");'],
    ['page', "document.getElementById('root').append('x')"],
  ];
  const empty = ['', '  \n', '// later', '/* later\n */\n//\n'];

  test.each(programs)('%s, before anything is called', (program, source) => {
    const [found, ...more] = findIn({ state: bare, reports: [reportOf(source)] });
    expect([found?.id, more.length]).toEqual(['worker-no-push', 0]);
    expect(found).not.toHaveProperty('isGuess');
    if (program !== 'page') expect(reportOf(source).marks?.program).toBe(program);
    expect(found?.advice).toHaveLength(2);
  });

  test.each(programs)('%s, subscribed and reloaded: one cause', (_, source) => {
    const state = makeState({
      registrations: [
        makeRegistration({
          active: { scriptURL: plain, state: 'activated' },
          subscription: { ok: null },
        }),
      ],
    });
    expect(idsIn({ state, reports: [reportOf(source)] })).toEqual(['worker-no-push']);
    const taken = makeState();
    expect(idsIn({ state: taken, reports: [reportOf(source)] })).toEqual(['worker-no-push']);
  });

  test.each(empty)('nothing: %j', (source) => {
    expect(findIn({ state: bare, reports: [reportOf(source)] })[0]).toMatchObject({
      id: 'worker-no-push',
      sentence: 'findScriptEmpty',
    });
  });

  test('one that nothing names is a guess', () => {
    const report = reportOf("self.addEventListener('fetch', () => {})");
    expect(findIn({ state: bare, reports: [report] })[0]).toMatchObject({ isGuess: true });
  });

  test.each([
    ['the SDK’s', reportOf(sdkWorker)],
    [
      'one that imports the SDK’s',
      reportOf("importScripts('https://pxl.example.com/service-worker.js?id=MXwz')"),
    ],
    [
      'one whose import listens',
      reportOf("importScripts('/own.js')", {
        imports: [{ url: `${site}own.js`, answer: { ok: 200 }, hasPushHandler: true }],
        marks: readMarks([sdkWorker]),
      }),
    ],
    ['one with an import that is computed', reportOf('importScripts(base + "/x.js")')],
    [
      'one with an import that was not read',
      reportOf('', { isEmpty: false, imports: [{ url: `${site}own.js`, answer: { ok: 200 } }] }),
    ],
  ])('%s is none', (_, report) => {
    expect(idsIn({ reports: [report] })).toEqual([]);
  });

  test('before it was read nothing is said of a browser= that its address lacks', () => {
    expect(idsIn({ state: bare })).toEqual([]);
  });
});

describe('a program at the SDK’s path that handles pushes', () => {
  const own = `${site}service-worker.js?browser=Firefox`;
  const listens = "self.addEventListener('push', (event) => event.waitUntil(show()))";
  const vendor = "importScripts('https://cdn.onesignal.com/sdks/web/v16/OneSignalSDK.sw.js')";
  const firebase =
    "importScripts('https://www.gstatic.com/firebasejs/10.7.1/firebase-messaging-compat.js')";
  const failed = { name: 'TypeError', message: 'Failed to fetch' };
  const unread = (source: string, answer: Read<number> = { ok: 200 }) =>
    reportOf(source, {
      url: own,
      imports: importedScripts(source, own).map((url) => ({ url, answer })),
    });

  test.each([
    ['a site’s own', reportOf(listens, { url: own }), '/service-worker.js'],
    ['a vendor’s, whose library was not read', unread(vendor), 'OneSignal'],
    ['Firebase’s', unread(firebase), 'Firebase'],
  ])('%s is likely not Altcraft’s', (_, report, about) => {
    const [found, ...more] = findIn({
      reports: [report],
      pushes: [push([step('showNotification')])],
    });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      id: 'worker-foreign',
      severity: 'warning',
      isGuess: true,
    });
    expect(JSON.stringify(found?.title)).toContain(about);
  });

  test('a vendor’s library that did not come handles no pushes', () => {
    for (const answer of [{ ok: 404 }, { failed }])
      expect(idsIn({ reports: [unread(vendor, answer)] })).not.toContain('worker-foreign');
  });

  test.each([
    'importScripts.apply(self,["https://pxl.example.com/service-worker.js"])',
    'self["importScripts"](altcraft)',
    'const load=self.importScripts;load(altcraft)',
    '/*! banner */import{a}from"./b.js"',
    'define(["./workbox-1a2b"],w=>{importScripts(n);importScripts(self.cfg.altcraft)})',
  ])('of one that imports what is not looked for nothing is said: %s', (source) => {
    const report = reportOf(`${source};self.addEventListener("push",f)`, { url: own });
    expect(idsIn({ reports: [report] })).toEqual([]);
  });

  test.each([
    'caches={};self.addEventListener("push",e=>{const{hub_link:a}=e.data.json().data})',
    'self.addEventListener("push",e=>fetch(h+"/push/content/get",{method:"POST"}))',
    'var c={apiServerHost:"pxl.example.com"};self.addEventListener("push",f)',
    'self.addEventListener("push",e=>JSON.parse(e.data.json().data.ak_actions))',
  ])('a build of Altcraft’s is none: %s', (source) => {
    expect(idsIn({ reports: [reportOf(source, { url: own })] })).toEqual([]);
  });

  test('of one that was not read whole nothing is said', () => {
    expect(idsIn({ reports: [unread(`importScripts('/own.js');${listens}`)] })).toEqual([]);
    expect(idsIn({ reports: [unread(`importScripts(base + '/x.js');${listens}`)] })).toEqual([]);
    const tool = "importScripts('https://storage.googleapis.com/workbox-cdn/7.0.0/workbox-sw.js')";
    expect(idsIn({ reports: [unread(tool)] })).toEqual([]);
  });

  test('nor is one that imports as modules do, or asks for the content of a push, without a push handler', () => {
    const quiet = "self.addEventListener('fetch', () => {})";
    expect(idsIn({ reports: [reportOf("import '/lib/ak.js';", { url: own })] })).toEqual([]);
    const seen = push([step('handler'), request('content/get'), step('showNotification')]);
    expect(idsIn({ reports: [reportOf(quiet, { url: own })], pushes: [seen] })).toEqual([]);
  });

  test('one that was seen to act as Altcraft’s does is none', () => {
    const seen = push([step('handler'), request('content/get'), step('showNotification')]);
    expect(idsIn({ reports: [reportOf(listens, { url: own })], pushes: [seen] })).toEqual([]);
  });
});

test('a script that can no longer be installed is an error where nothing is subscribed: nothing can be', () => {
  const failed = makeEntry('worker', {
    id: 9,
    name: 'register',
    status: 'failed',
    detail: {
      script: '/service-worker.js?browser=Firefox',
      error: { name: 'TypeError', message: 'ServiceWorker script evaluation failed' },
    },
  });
  const entries = [...healthyEntries(), failed];
  const active = { scriptURL: `${plain}?browser=Firefox`, state: 'activated' as const };
  expect(findIn({ entries, state: withWorkers({ active }) })).toMatchObject([
    { id: 'worker-script', severity: 'error' },
  ]);
  expect(findIn({ entries })).toMatchObject([{ id: 'worker-script', severity: 'warning' }]);
});

test('a script behind a redirect to a page is one finding', () => {
  const report = reportOf('', { redirectedTo: `${site}login`, mime: 'text/html', isEmpty: false });
  expect(idsIn({ reports: [report] })).toEqual(['worker-redirect']);
});

test('the page’s container in place of the worker’s is the cause of what it throws', () => {
  const report = reportOf("importScripts('https://pxl.example.com/ak_container.js?id=MXwz')");
  const register = makeEntry('worker', {
    id: 3,
    name: 'register',
    status: 'failed',
    detail: {
      script: `${plain}?browser=Firefox`,
      error: { name: 'TypeError', message: 'ServiceWorker script evaluation failed' },
    },
  });
  const state = withWorkers();
  const entries = [...healthyEntries(), register];
  expect(idsIn({ state, entries, reports: [report] })).toEqual(['worker-page-container']);
  // What it imports may fail too, as it needs a page.
  expect(idsIn({ entries, reports: [reportOf('', { ...report, isEmpty: false })] })).toEqual([
    'worker-page-container',
  ]);
});

describe('a worker that was built for something else', () => {
  const found = (source: string, config: object = {}, scripts: string[] = []) =>
    findIn({
      entries: healthyEntries(config).map((entry) =>
        entry.kind === 'sdk' && scripts[0]
          ? ({ ...entry, detail: { ...entry.detail, script: scripts[0] } } as Entry)
          : entry,
      ),
      page: { scripts },
      reports: [reportOf(source)],
    });

  test('for the same is none', () => {
    expect(found(sdkWorker)).toEqual([]);
  });

  test.each([
    ['resource', { resourceToken: 'c291dGg' }],
    ['server', { serverURL: 'https://pxl.other.example' }],
    [
      'mode',
      {
        browsers: { Firefox: { isFirebase: true } },
        firebase: { apiKey: 'k', projectId: 'p', messagingSenderId: '1', appId: 'a' },
      },
    ],
  ])('another %s', (_, config) => {
    expect(found(sdkWorker, config).map(({ id }) => id)).toContain('worker-other-build');
  });

  test('a mode is read where the build compares what was filled in', () => {
    const filled = (is: boolean) => sdkWorker.replace('!1', `"${is}"==="true"`);
    expect(found(filled(true)).map(({ id }) => id)).toEqual(['worker-other-build']);
    expect(found(filled(false))).toEqual([]);
  });

  const vendors = 'https://cdn.example/sw.js?id=MnwyMjI.';
  const altcrafts = (id: string) => `https://pxl.example.com/service-worker.js?id=${id}`;

  test.each([
    ['with another’s script whose id reads as one', 'MXwz', [vendors, altcrafts('MXwz')]],
    ['whose id is written in another way', 'MXwzMw..', [altcrafts('MXwzMw')]],
    ['that has what a container brings, and another’s script', 'MXwz', [vendors]],
  ])('a worker of the same resource is none: %s', (_what, id, urls) => {
    const source = urls.map((url) => `importScripts('${url}')`).join(';');
    const page = [`https://pxl.example.com/ak_container.js?id=${id}`];
    expect(found(source, {}, page).map((each) => each.id)).not.toContain('worker-other-build');
  });

  test.each(['PXL.Example.com', 'pxl.example.com:443'])('the server as %s is the same', (host) => {
    expect(found(sdkWorker.replace('pxl.example.com', host))).toEqual([]);
  });

  test('two containers: both are named', () => {
    const [finding, ...more] = found(
      "importScripts('https://pxl.example.com/service-worker.js?id=MXw0')",
      {},
      ['https://pxl.example.com/ak_container.js?id=MXwz'],
    );
    expect([finding?.id, more.length]).toEqual(['worker-other-build', 0]);
    const told = JSON.stringify(finding?.evidence);
    expect(told).toContain('1|3');
    expect(told).toContain('1|4');
  });
});

describe('the script’s own Content-Security-Policy', () => {
  test.each([
    ["connect-src 'self'", 'worker-policy'],
    ["default-src 'none'", 'worker-policy'],
    ["default-src 'self'; connect-src https://pxl.example.com", undefined],
    ['connect-src *.example.com', undefined],
    ["frame-ancestors 'none'", undefined],
  ])('%s', (policy, id) => {
    expect(idsIn({ reports: [reportOf(sdkWorker, { policy })] })).toEqual(id ? [id] : []);
  });

  test('that forbids an import', () => {
    const report = reportOf("importScripts('https://pxl.example.com/service-worker.js?id=MXwz')", {
      policy: "script-src 'self'",
    });
    expect(findIn({ reports: [report] })[0]).toMatchObject({
      id: 'worker-policy',
      severity: 'error',
    });
  });
});

test('a login in front of the script is told', () => {
  for (const httpStatus of [401, 403])
    expect(
      findIn({ reports: [reportOf(sdkWorker, { httpStatus })] })[0]?.advice.map(({ text }) => text),
    ).toEqual(['adviceScriptLocked']);
});

test('an import that fails at any level', () => {
  const report = reportOf(sdkWorker, {
    imports: [
      { url: `${site}a.js`, answer: { ok: 200 }, level: 1, hasPushHandler: true },
      { url: `${site}b.js`, answer: { ok: 404 }, level: 3 },
    ],
  });
  expect(findIn({ reports: [report] })[0]).toMatchObject({ id: 'worker-script' });
});

describe('what the worker imports', () => {
  const url = `${site}lib.js`;
  const withImport = (change: object) =>
    reportOf(sdkWorker, {
      imports: [{ url, answer: { ok: 200 }, level: 1, hasPushHandler: false, ...change }],
    });

  test.each([
    ['max-age=31536000', true],
    ['public, max-age=86400', true],
    ['immutable', true],
    ['no-cache, max-age=86400', false],
    ['max-age=3600', false],
    ['no-store', false],
    [null, false],
    [undefined, false],
  ])('with Cache-Control: %s', (cacheControl, isKept) => {
    const found = findIn({ reports: [withImport({ cacheControl })] });
    expect(found.map(({ id, severity }) => [id, severity])).toEqual(
      isKept ? [['worker-cached', 'hint']] : [],
    );
  });

  test.each([
    [`${site}service-worker.js?id=MXwz`, { ok: 200 }, true],
    ['https://other.example/service-worker.js?id=MXw0', { ok: 200 }, true],
    [`${site}service-worker.js?id=MXwz`, { ok: 404 }, false],
    [`${site}service-worker.js?id=MXwz`, { failed: { name: 'TypeError', message: '' } }, false],
    ['https://pxl.example.com/ak_container.js?id=MXwz', { ok: 200 }, false],
  ])('%s, answered %o, is Altcraft’s worker: %s', (url, answer, is) => {
    const report = reportOf('importScripts', {
      imports: [{ url, answer, level: 1, hasPushHandler: false }],
    });
    expect(handlesPush(report)).toBe(is);
  });
});

test('the SDK’s worker registered twice', () => {
  const second = makeRegistration({
    scope: `${site}push/`,
    active: { scriptURL: `${site}push/service-worker.js?browser=Firefox`, state: 'activated' },
  });
  const state = makeState({ registrations: [makeRegistration(), second] });
  expect(findIn({ state })[0]?.sentence).toBe('findTwice findTwiceSubscribed');
});

describe('which script is read', () => {
  const entry = (id: number, name: NameOf<'worker'>, change: object = {}) =>
    makeEntry('worker', { id, name, ...change });
  const read = (parts: Parameters<typeof makeDiagnosed>[0]) => scriptToRead(makeDiagnosed(parts));

  test('the one that is registered, else where the SDK looks for it', () => {
    expect(read({})?.url).toBe(`${plain}?browser=Firefox`);
    expect(read({ state: withWorkers() })?.url).toBe(`${plain}?browser=Firefox`);
    const entries = healthyEntries({ swPath: '/push/service-worker.js' });
    expect(read({ state: withWorkers(), entries })?.url).toBe(
      `${site}push/service-worker.js?browser=Firefox`,
    );
  });

  test('the one that was refused, where another is there from earlier', () => {
    const refused = (script: string) =>
      read({
        entries: [
          ...healthyEntries({ swPath: script }),
          entry(3, 'register', { status: 'failed', detail: { script } }),
        ],
      })?.url;
    expect(refused('/missing/service-worker.js')).toBe(`${site}missing/service-worker.js`);
    expect(refused('https://cdn.example/service-worker.js')).toBe(`${plain}?browser=Firefox`);
  });

  test('a file of that name before there is an instance, and none where nothing is known', () => {
    const [sdk] = healthyEntries();
    const entries = sdk ? [sdk] : [];
    expect(read({ state: bare, entries })?.url).toBe(plain);
    expect(read({ state: withWorkers(), entries })).toBeUndefined();
  });

  test('none of another origin, and none without the SDK', () => {
    const entries = healthyEntries({ swPath: 'https://cdn.example/service-worker.js' });
    expect(read({ state: withWorkers(), entries })).toBeUndefined();
    expect(read({ page: { sdk: false }, entries: [] })).toBeUndefined();
    expect(scriptToRead(makeSession([]))).toBeUndefined();
  });

  test('again only when the browser has another version, or failed to get it', () => {
    const first = read({})?.version;
    expect(read({ readAgain: [5_000] })?.version).toBe(first);
    const more = (...entries: Entry[]) =>
      read({ entries: [...healthyEntries(), ...entries] })?.version;
    expect(more(entry(3, 'register'))).toBe(first);
    expect(more(entry(3, 'installing'))).not.toBe(first);
    expect(more(entry(3, 'update', { status: 'failed' }))).not.toBe(first);
  });
});

describe('clicks that another listener swallows, where no click is seen', () => {
  const stopping = "addEventListener('notificationclick', (e) => e.stopImmediatePropagation());";
  const sdk = "importScripts('https://pxl.example.com/service-worker.js?id=MXwz');";
  const gone = makeEntry('worker-step', { id: 40, name: 'gone', time: 5_000 });
  const found = (source: string, ...entries: Entry[]) =>
    findIn({ entries: [...healthyEntries(), ...entries], reports: [reportOf(source)] }).find(
      ({ id }) => id === 'click-opens-nothing',
    );

  test('a listener before the import stops them, and a notification has gone', () => {
    expect(found(stopping + sdk, gone)).toMatchObject({ isGuess: true });
    expect(found(`self.onnotificationclick = stopImmediatePropagation;${sdk}`, gone)).toBeDefined();
  });

  test.each([
    ['no notification has gone', stopping + sdk, []],
    ['it comes after the import', sdk + stopping, [gone]],
    ['it is the SDK’s own file, whose library does so too', stopping, [gone]],
    ['it is about other events', `onfetch = (e) => e.stopImmediatePropagation();${sdk}`, [gone]],
    ['it is a comment', `/* ${stopping} */${sdk}`, [gone]],
  ])('not where %s', (_, source, entries) => {
    expect(found(source, ...entries)).toBeUndefined();
  });
});
