// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readOpen } from '../../../entrypoints/reader/read-open';

/* Which of a document's elements keep it from `load`. What a browser knows of an element is set by hand: the DOM of the tests loads nothing. */

let answered: string[] = [];
beforeEach(() => {
  answered = [];
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(
    () => answered.map((name) => ({ name })) as PerformanceEntryList,
  );
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  vi.spyOn(document, 'URL', 'get').mockReturnValue('https://shop.example/');
  vi.spyOn(document, 'baseURI', 'get').mockReturnValue('https://shop.example/');
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const add = (name: string, attributes: Record<string, string>, known: object = {}): void => {
  const element = document.createElement(name);
  // Nothing of it is to be loaded here.
  element.getAttribute = (key) => attributes[key] ?? null;
  Object.entries(attributes).forEach(([key, value]) => {
    Object.defineProperty(element, key, { value, configurable: true });
  });
  Object.entries(known).forEach(([key, value]) => {
    Object.defineProperty(element, key, { value, configurable: true });
  });
  added.push(element);
};
let added: Element[] = [];
beforeEach(() => {
  added = [];
  vi.spyOn(document, 'querySelectorAll').mockImplementation((selector) => {
    expect(selector).toContain('img');
    return added as unknown as NodeListOf<Element>;
  });
});

const url = 'https://shop.example/x';

describe('what a document waits for', () => {
  test.each([
    ['img', { src: '/x' }, { complete: false }],
    ['script', { src: '/x' }, {}],
    ['script', { src: '/x', type: 'module' }, {}],
    ['link', { href: '/x' }, { sheet: null }],
    ['iframe', { src: '/x' }, { contentDocument: null }],
    ['object', { data: '/x' }, {}],
    ['embed', { src: '/x' }, {}],
    ['input', { src: '/x', type: 'image' }, {}],
    ['video', { src: '/x' }, { networkState: 2, NETWORK_LOADING: 2, readyState: 0 }],
  ])('%s %o', (name, attributes, known) => {
    add(name, attributes, known);
    expect(readOpen()).toEqual([url]);
  });

  test('a frame that was answered, and has not loaded', () => {
    answered = [url];
    add('iframe', { src: '/x' }, { contentDocument: { readyState: 'interactive' } });
    expect(readOpen()).toEqual([url]);
  });

  test.each([
    ['img', { src: '/x' }, { complete: true }],
    ['img', { src: '/x', loading: 'lazy' }, { complete: false }],
    ['iframe', { src: '/x', loading: 'lazy' }, { contentDocument: null }],
    ['script', { src: '/x', type: 'text/template' }, {}],
    ['script', { src: '/x' }, { noModule: true }],
    ['link', { href: '/x' }, { sheet: {} }],
    ['link', { href: '/x' }, { sheet: null, disabled: true }],
    ['video', { src: '/x' }, { networkState: 1, NETWORK_LOADING: 2, readyState: 0 }],
    ['img', {}, { complete: false }],
  ])('not for %s %o', (name, attributes, known) => {
    add(name, attributes, known);
    expect(readOpen()).toEqual([]);
  });

  test.each(['script', 'link', 'iframe', 'object', 'embed'])(
    'not for %s that was answered',
    (name) => {
      answered = [url];
      add(name, { src: '/x' }, { sheet: null, contentDocument: null });
      expect(readOpen()).toEqual([]);
    },
  );

  test('its own HTML, first', () => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    add('script', { src: '/x' });
    expect(readOpen()).toEqual(['https://shop.example/', url]);
  });

  test('a few of many, each once', () => {
    for (let i = 0; i < 20; i += 1) add('img', { src: `/${i % 10}` }, { complete: false });
    expect(readOpen()).toHaveLength(5);
  });

  test('where not all answers are kept only what an element itself tells', () => {
    answered = Array.from({ length: 250 }, (_, at) => `https://shop.example/${at}`);
    add('script', { src: '/x' });
    add('img', { src: '/y' }, { complete: false });
    expect(readOpen()).toEqual(['https://shop.example/y']);
  });
});
