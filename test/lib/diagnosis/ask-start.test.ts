import { expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import type { Entry } from '../../../lib/model/entry';
import type { ScriptState } from '../../../lib/model/page-state';
import type { ScriptReport, TagAnswer } from '../../../lib/model/script-report';
import { findIn, idsIn, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { makeState } from '../../support/make-state';

/* Why AKPush did not start, by sessions: each kind with siblings that no page of the demo has, and what is no cause. */

const own = 'https://shop.example/ak-push.js';
const container = 'https://pxl.example.com/ak_container.js?id=MXwz';

const script = (change: Partial<ScriptState> = {}): ScriptState => ({
  url: own,
  attribute: 'src',
  type: '',
  integrity: '',
  crossOrigin: null,
  loaded: { status: 200, size: 90_000, workerStart: 0, end: 120 },
  ...change,
});
const report = (
  change: Partial<ScriptReport> = {},
  tag: Partial<TagAnswer> = {},
): ScriptReport => ({
  url: own,
  httpStatus: 200,
  redirectedTo: null,
  mime: 'text/javascript',
  allowed: null,
  cacheControl: null,
  size: 90_000,
  imports: [],
  hasPushHandler: false,
  tag: {
    isHtml: false,
    isNosniff: false,
    isIntact: null,
    resourcePolicy: null,
    allowOrigin: null,
    ...tag,
  },
  ...change,
});
const parts = (
  scripts: ScriptState[],
  { reports = [], entries = [] }: { reports?: ScriptReport[]; entries?: Entry[] } = {},
) => ({
  page: { sdk: false },
  entries,
  reports,
  state: { ...makeState({ cache: null, registrations: [] }), scripts },
});
const error = (name: string, message: string, change: object = {}): Entry =>
  makeEntry('error', {
    name,
    status: 'failed',
    detail: { source: 'error', error: { name, message }, script: own, line: 7, ...change },
  });
const violation = (script: string, directive = 'script-src-elem'): Entry =>
  makeEntry('error', {
    name: directive,
    status: 'failed',
    detail: {
      source: 'securitypolicyviolation',
      error: { name: directive, message: "script-src 'self'" },
      script,
    },
  });
/** A container of another origin: the browser tells nothing of its answer. */
const opaque = script({ url: container, loaded: { status: 0, size: 0, workerStart: 0, end: 90 } });
const ofContainer = (change: Partial<ScriptReport> = {}, tag: Partial<TagAnswer> = {}) =>
  report({ url: container, ...change }, tag);

/** Firefox does not tell that a worker answered: the page was told otherwise than the panel. */
const byFirefoxWorker = parts(
  [script({ loaded: { status: 504, size: 0, workerStart: 0, end: 9 } })],
  { reports: [report()] },
);
byFirefoxWorker.state.workers = {
  ok: { controller: 'https://shop.example/offline.js', registrations: [] },
};

const kinds: Record<string, ReturnType<typeof parts>[]> = {
  'sdk-held-back': [
    parts([script({ type: 'text/plain', loaded: null })]),
    parts([script({ attribute: 'data-cookieblock-src', loaded: null })]),
    parts([script({ attribute: 'data-src', type: 'text/plain', loaded: null })]),
    parts([script({ attribute: 'data-rocket-src', type: 'rocketlazyloadscript', loaded: null })]),
    parts([script({ url: container, attribute: 'suppressedsrc', loaded: null })]),
    parts([script({ url: '', attribute: '', type: 'text/plain', loaded: null })]),
  ],
  'sdk-policy': [
    parts([script({ loaded: null })], { entries: [violation(own)] }),
    parts([script({ url: container, loaded: null })], {
      entries: [violation('https://pxl.example.com', 'script-src')],
    }),
    parts([script({ ...opaque, crossOrigin: 'anonymous' })], { reports: [ofContainer()] }),
    parts([opaque], { reports: [ofContainer({}, { resourcePolicy: 'same-origin' })] }),
    parts([script({ ...opaque, type: 'module' })], { reports: [ofContainer()] }),
  ],
  'sdk-by-worker': [
    parts([script({ loaded: { status: 504, size: 0, workerStart: 3, end: 9 } })]),
    parts([script({ loaded: { status: 200, size: 0, workerStart: 3, end: 9 } })]),
    byFirefoxWorker,
    parts([script({ loaded: { status: 200, size: 400, workerStart: 3, end: 9 } })], {
      entries: [error('SyntaxError', "Unexpected token '<'", { line: 1 })],
    }),
  ],
  'sdk-http': [
    parts([script({ loaded: { status: 504, size: 0, workerStart: 0, end: 9 } })], {
      reports: [report({ httpStatus: 504 })],
    }),
    parts([script({ loaded: { status: 404, size: 20, workerStart: 0, end: 9 } })]),
    parts([script({ loaded: { status: 403, size: 0, workerStart: 0, end: 9 } })]),
    parts([opaque], { reports: [ofContainer({ httpStatus: 500, mime: 'text/html' })] }),
  ],
  'sdk-html': [
    parts([script()], { reports: [report({ mime: 'text/html' }, { isHtml: true })] }),
    parts([script()], { entries: [error('SyntaxError', "Unexpected token '<'", { line: 1 })] }),
    parts([script()], {
      entries: [error('SyntaxError', "expected expression, got '<'", { line: 1 })],
    }),
    parts([opaque], { reports: [ofContainer({ mime: 'text/html' }, { isHtml: true })] }),
  ],
  'sdk-empty': [
    parts([script({ loaded: { status: 200, size: 0, workerStart: 0, end: 9 } })]),
    parts([opaque], { reports: [ofContainer({ size: 0 })] }),
  ],
  'sdk-mime': [
    parts([script()], { reports: [report({ mime: 'text/plain' }, { isNosniff: true })] }),
    parts([opaque], { reports: [ofContainer({ mime: '' }, { isNosniff: true })] }),
    parts([script({ type: 'module' })], { reports: [report({ mime: 'application/json' })] }),
    parts([script({ ...opaque, type: 'module' })], {
      reports: [ofContainer({ mime: 'text/plain' }, { allowOrigin: '*' })],
    }),
    parts([script()], { reports: [report({ mime: 'image/png' })] }),
  ],
  'sdk-integrity': [
    parts([script({ integrity: 'sha384-x' })], { reports: [report({}, { isIntact: false })] }),
    // Nobody has read the answer: the browser took it, and ran nothing.
    parts([script({ integrity: 'sha384-x' })]),
    parts([script({ ...opaque, integrity: 'sha256-x', crossOrigin: '' })], {
      reports: [ofContainer({}, { isIntact: false, allowOrigin: '*' })],
    }),
  ],
  'sdk-syntax': [
    parts([script()], { entries: [error('SyntaxError', "Unexpected token ')'")] }),
    parts([script()], { entries: [error('SyntaxError', 'missing } after function body')] }),
  ],
  'sdk-threw': [
    parts([script()], { entries: [error('TypeError', 'x is not a function')] }),
    parts([script()], { entries: [error('ReferenceError', 'jQuery is not defined')] }),
  ],
  'sdk-unreachable': [
    parts([script({ loaded: { status: 0, size: 0, workerStart: 0, end: 9 } })]),
    parts([script({ url: container, loaded: null })], {
      reports: [{ ...ofContainer({ httpStatus: 0, mime: '', size: 0 }), tag: undefined as never }],
    }),
  ],
  'sdk-tag-manager': [parts([script({ url: 'https://pxl.example.com/actm/js/actm.js?id=ATM-1' })])],
  'sdk-not-started': [
    parts([script()]),
    parts([opaque]),
    parts([script({ type: 'module' })]),
    // For browsers without modules: no consent makes this one run it.
    parts([script({ type: 'nomodule', loaded: null })]),
  ],
  'no-sdk': [
    parts([]),
    parts([script({ url: 'https://www.gstatic.com/firebasejs/8.0/firebase-app.js' })]),
    parts([], { entries: [error('TypeError', 'AKPush is not a constructor')] }),
  ],
};

test.each(
  Object.entries(kinds).flatMap(([id, all]) =>
    all.map((each, index) => [id, index, each] as const),
  ),
)('%s, %i: it alone is found', (id, _index, each) => {
  expect(idsIn(each)).toEqual([id]);
  expect(findIn(each)[0]?.evidence).not.toEqual([]);
});

test('a page that is subscribed gets its pushes, though AKPush is not seen there', () => {
  const cached = makeState();
  const without = { page: { sdk: false }, entries: [], state: { ...cached, scripts: [] } };
  expect(findIn(without)[0]).toMatchObject({ id: 'no-sdk', severity: 'warning' });
  const unseen = { ...without, state: { ...cached, scripts: [script()] } };
  expect(findIn(unseen)[0]).toMatchObject({
    id: 'sdk-not-started',
    severity: 'warning',
    isGuess: true,
  });
});

test('the first script that tells decides, and nothing is said where AKPush came', () => {
  const held = script({ url: container, attribute: 'data-src', loaded: null });
  expect(idsIn(parts([script(), held]))).toEqual(['sdk-held-back']);
  const state = { ...makeState(), scripts: [held] };
  expect(idsIn({ state })).toEqual([]);
});

test('where the script waits for consent, the verdict says that and the same next step', () => {
  const held = script({ url: container, attribute: 'data-src', loaded: null });
  const { verdict, findings } = diagnoseInput(makeInput(parts([held])));
  expect([verdict.id, verdict.finding]).toEqual(['unknown', 'sdk-held-back']);
  expect(verdict.next).toEqual(findings[0]?.advice[0]?.text);
});

test('an integrity is a guess until the answer was read, and none where it fits', () => {
  const tag = script({ integrity: 'sha384-x' });
  expect(findIn(parts([tag]))[0]).toMatchObject({ id: 'sdk-integrity', isGuess: true });
  const fits = parts([tag], { reports: [report({}, { isIntact: true })] });
  expect(idsIn(fits)).toEqual(['sdk-not-started']);
});

test('a script that came past its server’s permission was allowed', () => {
  const loaded = { status: 200, size: 90_000, workerStart: 0, end: 9 };
  const tag = script({ ...opaque, crossOrigin: 'anonymous', loaded });
  expect(idsIn(parts([tag], { reports: [ofContainer()] }))).not.toContain('sdk-policy');
});

test('a MIME type that is only unusual keeps no script from running', () => {
  const plain = parts([script()], { reports: [report({ mime: 'text/plain' })] });
  expect(idsIn(plain)).not.toContain('sdk-mime');
});

test('a page that has not loaded is not judged', () => {
  const each = parts([script({ type: 'text/plain' })]);
  expect(idsIn({ ...each, state: { ...each.state, isLoaded: false } })).toEqual([]);
});

test('the verdict tells why AKPush may not have come, not to wait', () => {
  const manager = 'https://pxl.example.com/actm/js/actm.js?id=ATM-1';
  const loaded = { status: 200, size: 9_000, workerStart: 0, end: 9 };
  const { verdict } = diagnoseInput(makeInput(parts([script({ url: manager, loaded })])));
  expect(verdict).toMatchObject({ id: 'unknown', finding: 'sdk-tag-manager' });
});
