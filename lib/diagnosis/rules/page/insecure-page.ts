import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import type { Rule } from '../../rule';

/** Not a secure context: http, and not localhost. */
export const insecurePage: Rule = {
  id: 'insecure-page',
  part: 'page',
  severity: 'error',
  title: 'ruleInsecurePage',
  passed: 'passedInsecurePage',
  needs: ['state'],
  link: 'https://developer.mozilla.org/docs/Web/Security/Secure_Contexts',
  find({ known, page }) {
    if (!known || known.state.permission.secureContext) return null;
    return {
      sentence: phrase('outcomeInsecure'),
      evidence: [fact('isSecureContext', 'false'), fact('location', page.url)],
      advice: [forSite('nextInsecure')],
    };
  },
};
