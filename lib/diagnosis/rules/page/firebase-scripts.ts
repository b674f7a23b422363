import { isFirebaseScript } from '../../../akpush/sdk-address';
import type { Encoded } from '../../../model/encoded-value';
import type { ErrorData } from '../../../model/entry';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { readError } from '../../../outcome/read-error';
import type { DiagnosisInput } from '../../diagnosis-input';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import { lastSubscribe } from '../../last-subscribe';
import type { Rule } from '../../rule';
import { fileOf } from '../../start-finding';

/** The generations that bring no Firebase of their own. */
const needing = ['G1', 'G2'];

/** What an engine says of the library's global that is not there. */
const isMissed = (error: ErrorData | Encoded | undefined): boolean =>
  /\bfirebase is not defined|variable: firebase\b/.test(readError(error)?.message ?? '');

/** What failed for want of the library: a call, or code of the SDK. */
const failedIn = ({ of }: DiagnosisInput) => [
  ...of('call').filter(({ status, detail }) => status === 'failed' && isMissed(detail.error)),
  ...of('error').filter(({ detail }) => isMissed(detail.error)),
];

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
  find(input) {
    const { page, of, last, known } = input;
    const sdk = last('sdk');
    if (!page.sdk || !sdk || !needing.includes(sdk.name)) return null;
    if (lastSubscribe(input)) return null;
    const failed = failedIn(input);
    // Without Firebase mode it needs them no more than its word says.
    if (failed.length === 0 && known?.sdk.mode === 'pull') return null;
    // What failed before the SDK came was the page's own tag: the build may have no use for it.
    const missed = of('error').filter(
      ({ id, detail: { source, script } }) =>
        id > sdk.id && source === 'loading' && script !== null && isFirebaseScript(script),
    );
    if (missed.length > 0) {
      const files = [...new Set(missed.map(({ detail }) => detail.script))];
      return {
        about: fileOf(files[0] ?? ''),
        sentence: phrase('findFirebaseScripts', files.join(', ')),
        evidence: byEntries(...missed, ...failed),
        advice: [forSite('adviceFirebaseScripts')],
      };
    }
    if (failed.length === 0) return null;
    // Nobody hears of a tag of the page's own that has failed before the SDK came.
    const tags = (known?.state.scripts ?? []).filter(({ url }) => isFirebaseScript(url));
    const files = tags.map(({ url }) => url).join(', ');
    return {
      sentence: files
        ? phrase('findFirebaseScriptsLate', files)
        : phrase('findFirebaseScriptsNone'),
      evidence: [
        ...byEntries(...failed),
        ...tags.map(({ attribute, url }) => fact(`<script ${attribute}>`, url)),
      ],
      advice: [forSite(files ? 'adviceFirebaseScripts' : 'adviceFirebaseScriptsNone')],
    };
  },
};
