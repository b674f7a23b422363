import { makerOf } from '../../../outcome/chain';
import { brokenAnswer, lastBroken } from '../../ask-server';
import type { Rule } from '../../rule';

/** A request to Altcraft got no answer that the page may read: network, CORS, Content Security Policy, an ad blocker. */
export const serverUnreachable: Rule = {
  id: 'server-unreachable',
  part: 'server',
  severity: 'error',
  title: 'ruleServerUnreachable',
  passed: 'passedServerUnreachable',
  needs: ['answer'],
  link: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors',
  unless: ['config-placeholder', 'config-address'],
  find(input) {
    const request = lastBroken(input, 'failed');
    // What the page's own worker has said in the server's place is told by another rule.
    if (!request || makerOf(request) === 'worker') return null;
    return brokenAnswer(input, request, 'failed');
  },
};
