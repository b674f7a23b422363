import browser from 'webextension-polyfill';
import type { OwnPageRequests } from '../protocol/background';
import type { Answer, Question } from '../protocol/question';
import { fromWire } from './error-wire';
import { type Remote, remoteBy } from './remote';

/** The browser has stopped the background in the middle of it. */
const noAnswer = (): Error =>
  Object.assign(new Error('There was no answer.'), { name: 'NoAnswer' });

/** What Chromium says then of a question that is answered later; of others the polyfill makes no answer. */
const isClosed = (error: unknown): boolean =>
  /message (?:port|channel) closed/i.test(error instanceof Error ? error.message : '');

const read = (answer: Answer | undefined): unknown => {
  if (typeof answer !== 'object' || answer === null) throw noAnswer();
  if ('error' in answer) throw fromWire(answer.error);
  return answer.ok;
};

/**
 * The background, for the extension's own pages. A request is a message and no port, as a message starts a background that the browser has
 * stopped. Rejects with the background's error, with `NoAnswer`, or with the browser's when the extension is gone.
 */
export const background: Remote<OwnPageRequests> = remoteBy(async (ask, args) => {
  const question: Question<OwnPageRequests> = { ask, args };
  const answer = await browser.runtime.sendMessage(question).catch((error: unknown) => {
    throw isClosed(error) ? noAnswer() : error;
  });
  return read(answer as Answer | undefined);
});
