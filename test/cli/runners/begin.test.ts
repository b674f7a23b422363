import { expect, test, vi } from 'vitest';
import { CouldNotCheck } from '../../../cli/could-not-check';
import { throughDoor } from '../../../cli/runners/begin';
import { clickOn } from '../../../cli/runners/click-on';
import type { Door } from '../../../cli/runners/door';
import { InspectError } from '../../../cli/runners/inspect-error';
import { inspectPage } from '../../../cli/runners/inspect-page';
import { HttpError } from '../../../cli/serve/http-error';

const scripts = { hook: '() => {}', isolated: '() => {}' };

/** A door to a page that is empty. */
const makeDoor = (parts: Partial<Door> = {}) => {
  const close = vi.fn(async () => {});
  const door: Door = {
    engine: 'chromium',
    isolated: async () => undefined,
    byGesture: async () => undefined,
    exchange: async () => undefined,
    gone: new Promise(() => {}),
    click: async () => {},
    allow: async () => {},
    cookies: async () => [],
    inBackground: (act) => act(),
    cdp: () => Promise.reject(new Error('none')),
    openWorker: async () => undefined,
    close,
    ...parts,
  };
  return { door, close };
};

const begin = (door: Door, options: Parameters<typeof inspectPage>[3], onEnd = () => {}) =>
  throughDoor(door, onEnd, (opened) => inspectPage(opened, scripts, '0.0.0', options));

test.each([
  ['an origin that is none', { origin: 'shop.example' }, {}, 'origin: expected a site'],
  ['headers of nobody', { headers: { Cookie: 'a=1' } }, {}, 'headersFor'],
  [
    'a permission that cannot be set',
    { origin: 'https://shop.example' },
    { allow: () => Promise.reject(new Error('no such command')) },
    'no such command',
  ],
  [
    'a page that cannot be asked',
    {},
    { isolated: () => Promise.reject(new Error('it has gone')) },
    'it has gone',
  ],
])('%s: the watching does not begin, and its door is closed', async (_, options, parts, why) => {
  const { door, close } = makeDoor(parts);
  await expect(begin(door, options)).rejects.toThrow(why);
  expect(close).toHaveBeenCalledOnce();
});

test('a door that cannot be closed does not hide why the watching has not begun', async () => {
  const { door } = makeDoor({ close: () => Promise.reject(new Error('closed already')) });
  await expect(begin(door, { origin: '' })).rejects.toMatchObject({ name: 'InspectError' });
});

test('a door is closed with the watching, and its page may be watched again', async () => {
  const { door, close } = makeDoor();
  const onEnd = vi.fn();
  const inspected = await begin(door, {}, onEnd);
  expect(close).not.toHaveBeenCalled();
  await inspected.stop();
  expect(close).toHaveBeenCalledOnce();
  expect(onEnd).toHaveBeenCalledOnce();
  await expect(inspected.diagnosis()).rejects.toMatchObject({ code: 'stopped' });
});

test('notifications are a matter of permission on secure sites alone', async () => {
  const allow = vi.fn(async () => {});
  const { door } = makeDoor({ allow });
  for (const origin of ['http://shop.example', 'https://shop.example/path'])
    await (await begin(door, { origin, permission: 'denied' })).stop();
  expect(allow.mock.calls).toEqual([['https://shop.example', 'denied']]);
});

const clean = (text: string): string => text.replaceAll('secret', '…');

test('a click that fails is told in one line, without secrets', async () => {
  const click = () => Promise.reject(new Error('secret is in the way\n  at Page.click'));
  await expect(clickOn({ click }, '#ok', 1_000, clean)).rejects.toMatchObject({
    name: 'InspectError',
    code: 'call-failed',
    message: '#ok: … is in the way',
  });
});

test('a click that has no end is not waited for longer than the page', async () => {
  const click = () => new Promise<void>(() => {});
  await expect(clickOn({ click }, '#ok', 20, clean)).rejects.toMatchObject({
    code: 'call-failed',
    message: '#ok: not clicked after 0.02 s',
  });
});

test('what says itself what it is stays so', async () => {
  for (const error of [new HttpError(409, 'no-element', 'x'), new InspectError('stopped', 'x')])
    await expect(clickOn({ click: () => Promise.reject(error) }, '#ok', 1_000, clean)).rejects.toBe(
      error,
    );
  const other = new CouldNotCheck('x');
  await expect(
    clickOn({ click: () => Promise.reject(other) }, '#ok', 1_000, clean),
  ).rejects.toBeInstanceOf(InspectError);
});
