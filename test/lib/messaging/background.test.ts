import { expect, test, vi } from 'vitest';
import { background } from '../../../lib/messaging/background';
import { serve } from '../../../lib/messaging/serve';
import fakeBrowser from '../../support/fake-browser';

const answer = (value: unknown) =>
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValueOnce(value as never);

test('a request is a message, and its answer what was answered', async () => {
  const sent = answer({ ok: ['https://shop.example/worker.js'] });
  expect(await background.runningWorkers()).toEqual(['https://shop.example/worker.js']);
  expect(sent).toHaveBeenCalledExactlyOnceWith({ ask: 'runningWorkers', args: [] });
});

test('an error is an error of the same name', async () => {
  answer({ error: { name: 'NotAllowedError', message: 'no gesture' } });
  await expect(background.runningWorkers()).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: 'no gesture',
  });
});

test.each([undefined, null, 7, ''])('no answer is an error: %j', async (value) => {
  answer(value);
  await expect(background.hasHostAccess('https://shop.example/')).rejects.toMatchObject({
    name: 'NoAnswer',
  });
});

test.each([
  'The message port closed before a response was received.',
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
])('a background that is stopped gives no answer: %s', async (said) => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValueOnce(new Error(said));
  await expect(background.runningWorkers()).rejects.toMatchObject({ name: 'NoAnswer' });
});

test('what cannot be sent rejects', async () => {
  await expect(background.markTab((() => {}) as never)).rejects.toThrow();
});

test('who is refused hears it', async () => {
  serve(fakeBrowser.runtime as never, { ownPages: {}, contentScripts: {} });
  await expect(background.runningWorkers()).rejects.toMatchObject({ name: 'Refused' });
});
