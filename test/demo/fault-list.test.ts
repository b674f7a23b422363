import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../../lib/diagnosis/rules';
import { faults } from './faults';
import { type Demo, startDemo } from './server';

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
});

afterAll(() => demo.close());

const get = async (path: string): Promise<string> => (await fetch(`${demo.site}${path}`)).text();

test('the shop leads to the list of faults with its own query, a page that is broken without', async () => {
  const html = await get('/?sdk=g5&keyed=1');
  expect(html).toContain('href="/fault/?sdk=g5&amp;keyed=1"');
  // What one fault has changed is not carried to the next.
  expect(await get('/fault/worker-http?keyed=1')).toContain('href="/fault/"');
});

test('the list has every fault page once, and each of its links leads to one', async () => {
  const html = await get('/fault/?keyed=1');
  const listed = [...html.matchAll(/href="\/fault\/([\w-]+)\?keyed=1"/g)].map(([, id]) => id);
  expect(listed.toSorted()).toEqual(Object.keys(faults).toSorted());
  const order = rules.map(({ id }) => id).filter((id) => id in faults);
  expect(new Set(listed)).toEqual(new Set(order));
  for (const id of listed) {
    const { status, headers } = await fetch(`${demo.site}/fault/${id}?keyed=1`, {
      redirect: 'manual',
    });
    expect([id, status]).toEqual([id, 302]);
    expect(headers.get('location')).toContain(`fault=${id}`);
  }
});

test('what must be done first is said', async () => {
  const html = await get('/fault/');
  expect(html).toMatch(/permission-denied<\/code> <small>block notifications/);
  expect(html).toMatch(/push-handler-threw<\/code> <small>Chromium only; send a push/);
});

test('the list makes the shop whole again', async () => {
  await get('/fault/server-refused');
  const save = async () => (await fetch(`${demo.altcraft.url}/pixel?_push_pix=save`)).status;
  expect(await save()).toBe(400);
  const { headers } = await fetch(`${demo.site}/fault/`);
  expect(headers.get('clear-site-data')).toBe('"storage"');
  expect(await save()).toBe(200);
});
