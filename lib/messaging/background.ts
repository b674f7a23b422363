import browser from 'webextension-polyfill';
import type { OwnPageRequests } from '../protocol/background';
import type { Answer, Question } from '../protocol/question';
import { fromWire } from './error-wire';
import { type Remote, remoteBy } from './remote';

const read = (answer: Answer | undefined): unknown => {
  // The browser has stopped the background in the middle of it.
  if (typeof answer !== 'object' || answer === null)
    throw Object.assign(new Error('There was no answer.'), { name: 'NoAnswer' });
  if ('error' in answer) throw fromWire(answer.error);
  return answer.ok;
};

/**
 * The background, for the extension's own pages. A request is a message and no port, as a message starts a background that the browser has
 * stopped. Rejects with the background's error, with `NoAnswer`, or with the browser's when the extension is gone.
 */
export const background: Remote<OwnPageRequests> = remoteBy(async (ask, args) => {
  const question: Question<OwnPageRequests> = { ask, args };
  return read((await browser.runtime.sendMessage(question)) as Answer | undefined);
});
