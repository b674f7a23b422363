import { isFirebaseOnly } from '../../../akpush/firebase-only';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { firebaseGuide } from '../../guides';
import type { Rule } from '../../rule';

/** A browser that the SDK supports in Firebase mode only, in another mode. */
export const firebaseOnlyBrowser: Rule = {
  id: 'firebase-only-browser',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleFirebaseOnly',
  passed: 'passedFirebaseOnly',
  needs: ['config'],
  link: firebaseGuide,
  unless: ['browser-emulated'],
  find({ known }) {
    const { browser, mode } = known?.sdk ?? {};
    if (!browser || !isFirebaseOnly(browser) || !mode || mode === 'firebase') return null;
    return {
      title: phrase('titleFirebaseOnly', browser),
      sentence: phrase('outcomeFirebaseOnly', browser),
      evidence: [
        fact('config.browser', browser),
        fact(`config.browsers["${browser}"].isFirebase`, 'false'),
      ],
      advice: [forSite('nextFirebaseOnly')],
    };
  },
};
