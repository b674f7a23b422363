import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import type { Rule } from '../../rule';

const isLoopback = (host: string): boolean => /^(localhost|127\.|\[::1\])/.test(host);

/** A page on https whose SDK is configured for a server on http: browsers block it as mixed content. */
export const serverMixedContent: Rule = {
  id: 'server-mixed-content',
  part: 'server',
  severity: 'error',
  title: 'ruleMixedContent',
  passed: 'passedMixedContent',
  needs: ['config'],
  applies: ['https'],
  link: 'https://developer.mozilla.org/docs/Web/Security/Mixed_content',
  unless: ['config-address'],
  find({ page, known }) {
    const server = known?.sdk.config?.serverURL;
    if (!server || !page.url.startsWith('https:') || !URL.canParse(server)) return null;
    const { protocol, hostname } = new URL(server);
    if (protocol !== 'http:' || isLoopback(hostname)) return null;
    return {
      about: hostname,
      sentence: phrase('findMixedContent'),
      evidence: [fact('config.serverURL', server), fact('location', page.url)],
      advice: [forSite('adviceMixedContent')],
    };
  },
};
