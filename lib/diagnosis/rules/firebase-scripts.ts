import { isFirebaseScript } from '../../akpush/sdk-address';
import { message } from '../../i18n/message';
import { byEntries } from '../../outcome/outcome';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

/** Builds to 2021 need Firebase's scripts from elsewhere, and these did not load. */
export const firebaseScripts: Rule = {
  id: 'firebase-scripts',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleFirebaseScripts',
  passed: 'passedFirebaseScripts',
  needs: ['sdk', 'loaded'],
  link: sdkGuide,
  find({ page, of }) {
    const missed = of('error').filter(
      ({ detail: { source, script } }) =>
        source === 'loading' && script !== null && isFirebaseScript(script),
    );
    if (!page.sdk || missed.length === 0) return null;
    const files = [...new Set(missed.map(({ detail }) => detail.script))];
    return {
      sentence: message('findFirebaseScripts', files.join(', ')),
      evidence: byEntries(...missed),
      advice: [forSite('adviceFirebaseScripts')],
    };
  },
};
