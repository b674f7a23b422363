import { message } from '../i18n/message';
import { answerOf } from '../outcome/chain';
import { byEntries } from '../outcome/outcome';
import type { EntryWith } from '../outcome/trail';
import type { Diagnosis } from './finding';
import type { Scene } from './scene';

/** The last request of some names whose answer is of a kind; `undefined` when the last one of them is not. */
export const lastAnswered = (
  { last }: Scene,
  verdict: 'refused' | 'failed',
  ...names: string[]
): EntryWith<'request'> | undefined => {
  const request = last('request', ...names);
  return request && answerOf(request).verdict === verdict ? request : undefined;
};

/** What is wrong with a request that the server refused or that nobody answered. */
export const brokenAnswer = (
  request: EntryWith<'request'>,
  verdict: 'refused' | 'failed',
): Diagnosis => ({
  sentence: message(
    verdict === 'refused' ? 'outcomeRefused' : 'outcomeUnanswered',
    request.name,
    answerOf(request).reason,
  ),
  evidence: byEntries(request),
  advice: [
    { who: 'site', text: message(verdict === 'refused' ? 'nextRefused' : 'nextUnanswered') },
  ],
});
