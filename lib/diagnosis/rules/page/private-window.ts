import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forBrowser } from '../../finding';
import { permissionGuide } from '../../guides';
import type { Rule } from '../../rule';

/** A private window: pages cannot tell, an extension can. */
export const privateWindow: Rule = {
  id: 'private-window',
  part: 'page',
  severity: 'error',
  title: 'rulePrivateWindow',
  passed: 'passedPrivateWindow',
  needs: ['state'],
  link: permissionGuide,
  find({ known }) {
    if (!known?.state.permission.privateWindow) return null;
    return {
      sentence: phrase('outcomePrivate'),
      evidence: [fact('incognito', 'true')],
      advice: [forBrowser('nextPrivate')],
    };
  },
};
