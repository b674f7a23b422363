import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fromWire } from '../../../lib/messaging/error-wire';
import { type Remote, remoteBy } from '../../../lib/messaging/remote';
import { serve } from '../../../lib/messaging/serve';
import type { FrameAddress } from '../../../lib/protocol/page';
import type { Answer } from '../../../lib/protocol/question';
import fakeBrowser from '../../support/fake-browser';
import type { FakeSender } from '../../support/fake-port';

interface ForPanel {
  brew(leaves: string, grams: number): string;
  fail(): never;
  nothing(): void;
  give(): unknown;
}
interface ForScript {
  found(): string;
}

const { id } = fakeBrowser.runtime;
const panel = { id, url: fakeBrowser.runtime.getURL('/panel.html') };
const script = { id, url: 'https://shop.example/', tab: { id: 7 }, frameId: 0 };

let given: unknown;
let thrown: unknown;
const brew = vi.fn((leaves: string, grams: number) => `${grams} g of ${leaves}`);
const found = vi.fn(({ tab, frame }: FrameAddress) => `in ${tab}, ${frame}`);

beforeEach(() => {
  brew.mockClear();
  found.mockClear();
  serve<ForPanel, ForScript>(fakeBrowser.runtime as never, {
    ownPages: {
      brew,
      fail: async () => {
        throw thrown;
      },
      nothing: () => {},
      give: () => given,
    },
    contentScripts: { found },
  });
});

const send = async (message: unknown, sender: object = panel): Promise<Answer> => {
  const [answer] = fakeBrowser.runtime.onMessage.fire(message, sender as FakeSender, () => {});
  return (await answer) as Answer;
};
const refused = { error: { name: 'Refused', message: expect.any(String) } };

describe('a request', () => {
  it('is answered with what its function gives', async () => {
    expect(await send({ ask: 'brew', args: ['Keemun', 5] })).toEqual({ ok: '5 g of Keemun' });
    expect(await send({ ask: 'nothing' })).toEqual({ ok: undefined });
  });

  it('of a content script is told of which frame, by what the browser says', async () => {
    expect(await send({ ask: 'found' }, script)).toEqual({ ok: 'in 7, 0' });
    const other = { ask: 'found', args: [{ tab: 1, frame: 1 }] };
    expect(await send(other, { ...script, frameId: 3 })).toEqual({ ok: 'in 7, 3' });
  });

  it('that fails is answered with the name of the error', async () => {
    thrown = new DOMException('There is one already', 'InvalidStateError');
    const error = { name: 'InvalidStateError', message: 'There is one already' };
    expect(await send({ ask: 'fail' })).toEqual({ error });
  });

  it.each([
    ['just text', 'just text'],
    [undefined, 'undefined'],
    [7, '7'],
  ])('that throws %j and no error is answered, too', async (what, message) => {
    thrown = what;
    expect(await send({ ask: 'fail' })).toEqual({ error: { name: 'Error', message } });
  });

  it('whose answer cannot cross is answered with an error', async () => {
    given = 5n;
    expect(await send({ ask: 'give' })).toMatchObject({ error: { name: 'TypeError' } });
    const circle: { self?: unknown } = {};
    circle.self = circle;
    given = circle;
    expect(await send({ ask: 'give' })).toMatchObject({ error: { name: 'TypeError' } });
  });
});

describe('is refused', () => {
  it.each<[string, object | undefined]>([
    ['another extension', { ...panel, id: 'another' }],
    ['another extension’s content script', { ...script, id: 'another' }],
    ['nobody', undefined],
    ['a sender without an id', { url: panel.url }],
    [
      'the site, whose address begins like ours',
      { id, url: 'https://shop.example/?chrome-extension://fake/' },
    ],
    ['an address that only begins like ours', { id, url: 'chrome-extension://fake.example/' }],
    ['a page whose frame is not told', { ...script, frameId: undefined }],
    ['a page without a tab', { id, url: script.url, frameId: 0 }],
  ])('%s', async (_who, sender) => {
    for (const ask of ['brew', 'found'])
      expect(await send({ ask, args: [] }, sender ?? (null as never))).toEqual(refused);
    expect(brew).not.toHaveBeenCalled();
    expect(found).not.toHaveBeenCalled();
  });

  it('a content script that asks for what only the panel may', async () => {
    expect(await send({ ask: 'brew', args: ['Keemun', 5] }, script)).toEqual(refused);
    expect(brew).not.toHaveBeenCalled();
  });

  it('a page of the extension that asks for what only a content script may', async () => {
    expect(await send({ ask: 'found' })).toEqual(refused);
    expect(found).not.toHaveBeenCalled();
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '__defineGetter__',
    'ownPages',
    'unknown',
    '',
    ['brew'],
    7,
    null,
    { toString: 'brew' },
  ])('the name %j', async (ask) => {
    for (const sender of [panel, script])
      expect(await send({ ask, args: [] }, sender)).toEqual(refused);
    expect(brew).not.toHaveBeenCalled();
  });

  it.each([
    undefined,
    null,
    7,
    'brew',
    [],
    {},
    { ask: 'brew', args: 'Keemun' },
    { ask: 'brew', args: { length: 1 } },
    { ask: 'brew', args: null },
    // What the messages were before.
    { job: { type: 'survey' }, address: { tab: 7, frame: 0 } },
    JSON.parse('{"__proto__": {"ask": "constructor"}}'),
  ])('the message %j', async (message) => {
    expect(await send(message)).toEqual(refused);
    expect(brew).not.toHaveBeenCalled();
  });
});

describe('a remote', () => {
  const called: unknown[] = [];
  const remote: Remote<ForPanel> = remoteBy(async (name, args) => {
    called.push([name, args]);
    return 'done';
  });

  it('calls by name', async () => {
    expect(await remote.brew('Sencha', 4)).toBe('done');
    expect(called).toEqual([['brew', ['Sencha', 4]]]);
  });

  it('is no promise: it can be what one gives', async () => {
    expect(await Promise.resolve(remote)).toBe(remote);
  });
});

describe('an error that was sent', () => {
  it('has its name again', () => {
    const error = fromWire({ name: 'QuotaExceededError', message: 'full' });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'QuotaExceededError', message: 'full' });
  });

  it.each<unknown>([
    null,
    undefined,
    7,
    'text',
    {},
    { name: 5, message: {} },
    { message: { toString: 1 } },
  ])('may be anything: %j', (sent) => {
    expect(fromWire(sent)).toMatchObject({ name: 'Error', message: expect.any(String) });
  });
});
