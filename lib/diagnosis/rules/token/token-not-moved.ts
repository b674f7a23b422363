import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { maskSecret } from '../../../text/mask-secret';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** A token of an old build lies in localStorage, and the newer SDK has not moved it: it does not know of it. */
export const tokenNotMoved: Rule = {
  id: 'token-not-moved',
  part: 'token',
  severity: 'warning',
  title: 'ruleTokenNotMoved',
  passed: 'passedTokenNotMoved',
  needs: ['config'],
  applies: ['from-g3'],
  link: sdkGuide,
  find({ known }) {
    const { generation, config } = known?.sdk ?? {};
    const token = known?.cache.legacy.token;
    if (!known || !token || !config || !generation || generation < 'G3') return null;
    if (known.cache.values.token?.text === token.text) return null;
    return {
      sentence: phrase('findNotMoved'),
      evidence: [fact(`localStorage ${token.key}`, maskSecret(token.text))],
      advice: [forSite('adviceNotMoved')],
    };
  },
};
