import { expect, test } from 'vitest';
import type { Entry } from '../../../lib/model/entry';
import type { ScriptState } from '../../../lib/model/page-state';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { makeState } from '../../support/make-state';

/* A container of one resource and a build of another on one page: calls go to one of them, the other one saves by itself. */

provideEnglish();

const told = (resource: string, name = 'save'): Entry =>
  makeEntry('request', {
    id: 5,
    name,
    detail: {
      url: `https://other.example.org/pixel?_push_pix=/push/subscription/${name}`,
      httpStatus: 200,
      response: { error: 0 },
      body: JSON.stringify({ resource_token: resource }),
    },
  });

test.each(['save', 'update'])(
  'a %s for a resource that no instance has: what goes where',
  (name) => {
    const found = findIn({ entries: [...healthyEntries(), told('c2Vjb25k', name)] });
    const two = found.find(({ id }) => id === 'two-sdks');
    expect(two).toMatchObject({ severity: 'error' });
    expect(two?.sentence).toMatch(/pxl\.example\.com.*other\.example\.org/);
  },
);

test('one script by two tags: nothing is broken, and its work at page load is done twice', () => {
  const script = 'https://shop.example/ak-push.js';
  const tag: ScriptState = {
    url: script,
    attribute: 'src',
    type: '',
    integrity: '',
    crossOrigin: null,
    loaded: null,
  };
  const found = (...scripts: ScriptState[]) =>
    findIn({
      page: { scripts: scripts.map(({ url }) => url) },
      state: { ...makeState(), scripts },
    });
  expect(found(tag, tag)).toMatchObject([{ id: 'two-sdks', severity: 'hint', isGuess: true }]);
  expect(found(tag, tag)[0]?.sentence).toContain('(2)');
  // What a consent manager runs in place of a tag is one script, and so is a pair for browsers of two ages.
  expect(found({ ...tag, type: 'text/plain' }, tag)).toEqual([]);
  expect(found({ ...tag, type: 'module' }, { ...tag, type: 'nomodule' })).toEqual([]);
});

test('a save for the page’s own resource is none, and nor is one of a second instance', () => {
  expect(idsIn({ entries: [...healthyEntries(), told('bm9ydGg')] })).not.toContain('two-sdks');
  const second = makeEntry('call', {
    id: 3,
    name: 'constructor',
    detail: { config: { resourceToken: 'c2Vjb25k' } },
  });
  const entries = [...healthyEntries(), second, told('c2Vjb25k')];
  expect(idsIn({ entries })).not.toContain('two-sdks');
});

test.each([
  ['/ak-push.js', '/js/ak-push-init.js', false],
  ['/ak-push.js', '/old/ak-push.min.js', true],
  ['/ak-push.js', '/old/ak-push.js?v=2', true],
  ['/ak_container.js?id=MXwz', '/js/ak_container_loader.js', false],
  ['/ak_container.js?id=MXwz', '/ak_container.js?id=MXw0', true],
])('%s beside %s: a second SDK: %s', (own, other, isSecond) => {
  const scripts = [own, other].map((path) => `https://shop.example${path}`);
  expect(idsIn({ page: { scripts } }).includes('two-sdks')).toBe(isSecond);
});

test.each<[string, Partial<ScriptState>]>([
  ['did not come', { loaded: { status: 404, size: 0, workerStart: 0, end: 9 } }],
  ['waits for consent', { type: 'text/plain' }],
  ['is for browsers without modules', { type: 'nomodule' }],
])('a script that %s is no second SDK', (_, change) => {
  const url = 'https://shop.example/old/ak-push.js';
  const page = { scripts: ['https://shop.example/ak-push.js', url] };
  const tag = {
    url,
    attribute: 'src',
    type: '',
    integrity: '',
    crossOrigin: null,
    loaded: { status: 200, size: 9, workerStart: 0, end: 9 },
  };
  const withTag = (each: ScriptState) => ({ page, state: { ...makeState(), scripts: [each] } });
  expect(idsIn(withTag(tag))).toContain('two-sdks');
  expect(idsIn(withTag({ ...tag, ...change }))).not.toContain('two-sdks');
});

test('page load goes by what is built in: a request for that to the same server is of the same SDK', () => {
  const same = told('YnVpbHQ', 'update');
  const entry = {
    ...same,
    detail: { ...same.detail, url: 'https://pxl.example.com/pixel?_push_pix=/push/x' },
  } as Entry;
  expect(idsIn({ entries: [...healthyEntries(), entry] })).not.toContain('two-sdks');
  const scripts = ['/ak-push.js', '/old/ak-push.js'].map((path) => `https://shop.example${path}`);
  const [found] = findIn({ entries: [...healthyEntries(), entry], page: { scripts } });
  expect(found).toMatchObject({ id: 'two-sdks', severity: 'error' });
});

test('what a script puts around the SDK, as a Proxy, is no second one', () => {
  const script = 'https://shop.example/ak-push.js';
  const wrapper = makeEntry('sdk', {
    id: 3,
    name: 'G6',
    detail: { how: 'assigned', script: 'https://shop.example/', scripts: [script] },
  });
  const entries = healthyEntries().map((entry) =>
    entry.kind === 'sdk' ? { ...entry, detail: { ...entry.detail, script } } : entry,
  );
  expect(idsIn({ entries: [...entries, wrapper] })).not.toContain('two-sdks');
});
