import { makerOf } from '../../../outcome/chain';
import { brokenAnswer, lastBroken } from '../../ask-server';
import type { Rule } from '../../rule';

/** The page's own service worker answered a request to Altcraft in the server's place, as one does that makes an answer where it gets none. */
export const answeredByWorker: Rule = {
  id: 'answered-by-worker',
  part: 'server',
  severity: 'error',
  title: 'ruleAnsweredByWorker',
  passed: 'passedAnsweredByWorker',
  needs: ['answer'],
  link: 'https://developer.mozilla.org/docs/Web/API/FetchEvent/respondWith',
  unless: ['config-placeholder', 'config-address'],
  find(input) {
    const request = lastBroken(input, 'failed');
    if (!request || makerOf(request) !== 'worker') return null;
    const found = brokenAnswer(input, request, 'failed');
    // A worker that keeps the request to send it later may still do so.
    return found.isGuess ? { ...found, severity: 'warning' } : found;
  },
};
