// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileViews } from '../components/views/file-views';
import { pageViews } from '../components/views/page-views';

const folder = path.resolve(import.meta.dirname, '../components/views');
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);

describe('views', () => {
  test('each is a folder, in the list of those of a page, by its name', () => {
    expect(pageViews.map(({ id }) => id).sort()).toEqual(folders.sort());
  });

  test('those of a file are first, in the same order', () => {
    expect(pageViews.slice(0, fileViews.length)).toEqual(fileViews);
  });

  test.each([...pageViews])('$id is loaded, and says in its root which it is', async (view) => {
    const Part = await view.load();
    expect(typeof Part).toBe('function');
    const source = readFileSync(path.join(folder, view.id, `${Part.name}.tsx`), 'utf8');
    expect(source).toMatch(
      view.id === 'timeline' ? /<main\s/ : new RegExp(`data-view="${view.id}"`),
    );
  });
});
