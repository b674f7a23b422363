import { isFirebaseScript } from '../../akpush/sdk-address';
import { message } from '../../i18n/message';
import { byEntries } from '../../outcome/outcome';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

/** The generations that bring no Firebase of their own. */
const needing = ['G1', 'G2'];

/**
 * Builds to 2021 need Firebase's scripts from elsewhere, and these did not load. A page can have such tags for nothing: later builds bring
 * Firebase, and one that has come to `subscribe` without these scripts is not of the mode that needs them.
 */
export const firebaseScripts: Rule = {
  id: 'firebase-scripts',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleFirebaseScripts',
  passed: 'passedFirebaseScripts',
  needs: ['sdk', 'loaded'],
  link: sdkGuide,
  find({ page, of, last }) {
    const generation = last('sdk')?.name;
    if (!page.sdk || !generation || !needing.includes(generation)) return null;
    if (of('subscription', 'subscribe').length > 0) return null;
    const missed = of('error').filter(
      ({ detail: { source, script } }) =>
        source === 'loading' && script !== null && isFirebaseScript(script),
    );
    if (missed.length === 0) return null;
    const files = [...new Set(missed.map(({ detail }) => detail.script))];
    return {
      sentence: message('findFirebaseScripts', files.join(', ')),
      evidence: byEntries(...missed),
      advice: [forSite('adviceFirebaseScripts')],
    };
  },
};
