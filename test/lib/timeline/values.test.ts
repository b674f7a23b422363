import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Encoded } from '../../../lib/model/encoded-value';
import { previewValue } from '../../../lib/text/preview';
import { viewValue } from '../../../lib/text/value-view';
import { jsonPath, jsonStep } from '../../../lib/timeline/json-path';
import { openAll } from '../../../lib/timeline/open-all';
import { type TreeView, treeNodes } from '../../../lib/timeline/tree-nodes';
import { valueText } from '../../../lib/timeline/value-text';
import english from '../../../public/_locales/en/messages.json';

beforeAll(() => provideMessages(english));

const view: TreeView = { toggled: new Map(), raw: new Set(), limits: new Map() };
const lines = (value: Encoded, with_: Partial<TreeView> = {}): string[] =>
  treeNodes('body', value, { ...view, ...with_ }).map((node) =>
    'view' in node ? `${' '.repeat(node.level - 1)}${node.label}` : `more ${node.more}`,
  );

describe('viewValue', () => {
  it.each<[Encoded, string]>([
    [{ $: 'undefined' }, 'undefined'],
    [{ $: 'number', text: 'NaN' }, 'NaN'],
    [{ $: 'bigint', text: '12' }, '12n'],
    [{ $: 'symbol', text: 'id' }, 'Symbol(id)'],
    [{ $: 'function', name: 'go' }, 'ƒ go()'],
    [{ $: 'getter' }, 'getter, not called'],
    [{ $: 'circular' }, 'circular reference'],
    [{ $: 'something new' }, 'something new'],
    [{ $: 'toString' }, 'toString'],
    [null, 'null'],
    [false, 'false'],
  ])('shows %j as %s', (value, text) => {
    expect(viewValue(value)).toMatchObject({ text });
  });

  it('says what was cut', () => {
    const text = 'a'.repeat(10_000);
    expect(viewValue({ $: 'string', text, length: 52_428_800 }).note).toBe(
      'string cut: 10,000 of 52,428,800 characters',
    );
    expect(viewValue({ $: 'array', items: [1, 2], length: 900 }).note).toBe(
      'array cut: 2 of 900 items',
    );
    expect(viewValue({ $: 'object', class: 'Map', entries: [['a', 1]], more: 1 })).toMatchObject({
      text: 'Map',
      note: '1 more key left out',
      members: [['a', 1]],
    });
    expect(viewValue({ $: 'bytes', text: 'AQI', length: 2 }).note).toBe('2 bytes, base64url');
  });
});

describe('treeNodes', () => {
  it('makes no lines for what is closed', () => {
    expect(lines({ a: { b: { c: 1 } } })).toEqual(['body', ' a', '  b']);
    expect(lines({ a: { b: { c: 1 } } }, { toggled: new Map([['"body"', false]]) })).toEqual([
      'body',
    ]);
  });

  it('shows what JSON text says, and its path', () => {
    const value = { match: '{"email":"a@b.c"}' };
    expect(lines(value)).toEqual(['body', ' match', '  email']);
    const email = treeNodes('body', value, view)[2];
    expect(email && 'path' in email && jsonPath(email.path)).toBe('JSON.parse(body.match).email');
    expect(lines(value, { raw: new Set(['"body"/"match"']) })).toEqual(['body', ' match']);
  });

  it('takes a `$` key in JSON text for data', () => {
    const nodes = treeNodes('body', '{"$":"getter"}', view);
    expect(nodes.map((node) => 'view' in node && node.view.text)).toEqual(['', 'getter']);
  });

  it('shows a long list in parts', () => {
    const rows = lines(Array.from({ length: 250 }, (_, index) => index));
    expect(rows).toHaveLength(102);
    expect(rows.at(-1)).toBe('more 150');
  });

  it('opens everything, but not without end', () => {
    const deep = { a: { b: { c: { d: 1 } } } };
    expect(lines(deep, { toggled: openAll('body', deep, view, '"body"') })).toHaveLength(5);
    const wide = Array.from({ length: 90 }, () => Array.from({ length: 90 }, () => [1]));
    const opened = lines(wide, { toggled: openAll('body', wide, view, '"body"') });
    expect(opened.length).toBeLessThan(1000);
  });
});

describe('jsonPath', () => {
  it('is JavaScript', () => {
    expect(jsonPath(['args', 0, 'a-b', 'имя', jsonStep, 'x'])).toBe(
      'JSON.parse(args[0]["a-b"].имя).x',
    );
  });
});

describe('valueText', () => {
  it('copies strings as they are and the rest as JSON', () => {
    const [root, text] = treeNodes('v', { a: 'x' }, view);
    expect(root && 'view' in root && valueText(root)).toBe('{\n  "a": "x"\n}');
    expect(text && 'view' in text && valueText(text)).toBe('x');
  });
});

describe('previewValue', () => {
  it('is one line of limited length', () => {
    expect(previewValue({ email: 'a@b.c', db: [1, 2] })).toBe('{email: "a@b.c", db: [1, 2]}');
    const long = previewValue(Array.from({ length: 5000 }, () => 'text\ntext'));
    expect(long.length).toBeLessThan(160);
    expect(long).not.toContain('\n');
  });
});
