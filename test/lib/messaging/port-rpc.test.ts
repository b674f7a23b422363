import { describe, expect, it } from 'vitest';
import { type MessagePipe, rpcOver } from '../../../lib/messaging/port-rpc';
import { createFakePortPair, type FakePort } from '../../support/fake-port';

interface Kitchen {
  brew(leaves: string, grams: number): Promise<string>;
  rung(times: number): void;
}

const pipeOf = (port: FakePort): MessagePipe => ({
  post: (message) => port.postMessage(message),
  listen: (onMessage) => port.onMessage.addListener(onMessage),
});

/** A guest who asks, and a kitchen that answers, over a port. */
const open = (brew: Kitchen['brew']) => {
  const { near, far } = createFakePortPair('tea');
  const rung: number[] = [];
  rpcOver<object, Kitchen>(pipeOf(far), { brew, rung: (times) => void rung.push(times) });
  const guest = rpcOver<Kitchen, object>(pipeOf(near), {}, ['rung']);
  return { guest, near, far, rung };
};

describe('rpcOver', () => {
  it('answers requests, whatever their order', async () => {
    const waiting: ((text: string) => void)[] = [];
    const { guest } = open(
      (leaves) => new Promise((done) => waiting.push((x) => done(leaves + x))),
    );
    const answers = Promise.all([guest.brew('Keemun', 5), guest.brew('Sencha', 4)]);
    await expect.poll(() => waiting.length).toBe(2);
    for (const done of waiting.toReversed()) done('!');
    expect(await answers).toEqual(['Keemun!', 'Sencha!']);
  });

  it('carries errors as errors', async () => {
    const { guest } = open(async () => {
      throw new RangeError('no tea');
    });
    const error = await guest.brew('x', 1).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toBe('no tea');
  });

  it('carries what is thrown and is no error', async () => {
    const { guest } = open(() => Promise.reject('just text'));
    await expect(guest.brew('x', 1)).rejects.toThrow('just text');
  });

  it('keeps the name of an error', async () => {
    const { guest } = open(() => {
      throw new DOMException('There is one already', 'InvalidStateError');
    });
    await expect(guest.brew('x', 1)).rejects.toMatchObject({
      name: 'InvalidStateError',
      message: 'There is one already',
    });
  });

  it('sends events without waiting for an answer', async () => {
    const { guest, rung } = open(async () => '');
    await guest.rung(3);
    await expect.poll(() => rung).toEqual([3]);
  });

  it.each([undefined, null, 7, 'text', {}, { t: 'q', m: 'nothing', i: 1 }, { t: 's', i: 'x' }])(
    'survives the message %j',
    async (message) => {
      const { guest, near, far } = open(async (leaves) => leaves);
      near.postMessage(message);
      far.postMessage(message);
      expect(await guest.brew('Keemun', 5)).toBe('Keemun');
    },
  );

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'nothing'])(
    'has no function %s',
    async (name) => {
      const { guest } = open(async () => '');
      const anything = guest as unknown as { $call(name: string): Promise<unknown> };
      await expect(anything.$call(name)).rejects.toThrow('not found');
    },
  );

  it('loses an event that a closed pipe does not take, and rejects a request', async () => {
    const { guest, near } = open(async () => '');
    near.disconnect();
    await guest.rung(1);
    await expect(guest.brew('x', 1)).rejects.toThrow('disconnected port');
  });

  it('rejects what waits when it is closed', async () => {
    const { guest } = open(() => new Promise(() => {}));
    const answer = guest.brew('Keemun', 5);
    guest.$close();
    await expect(answer).rejects.toThrow();
  });
});
