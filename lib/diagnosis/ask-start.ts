import { isFirebaseScript, isTagManager } from '../akpush/sdk-address';
import type { ScriptState } from '../model/page-state';
import type { DiagnosisInput } from './diagnosis-input';
import { forSite } from './finding';
import { byAnswer, byError, byIntegrity } from './start-answer';
import { type Attempt, attemptOf } from './start-attempt';
import { type Found, found } from './start-finding';
import { heldBack } from './start-held-back';
import { unreachable, withWorker } from './start-network';
import { byPolicy } from './start-policy';

const tagManager = (attempt: Attempt): Found | undefined =>
  isTagManager(attempt.tag.url)
    ? found(attempt, 'sdk-tag-manager', 'findSdkTagManager', [], [forSite('adviceSdkTagManager')], {
        isGuess: true,
      })
    : undefined;

const causeOf = (attempt: Attempt): Found | undefined =>
  heldBack(attempt) ??
  byPolicy(attempt) ??
  withWorker(attempt, byAnswer(attempt) ?? byError(attempt) ?? byIntegrity(attempt)) ??
  unreachable(attempt) ??
  tagManager(attempt);

/** The scripts of a page on which AKPush has not come though it has loaded; `undefined` on any other. */
export const sdkScripts = ({ page, known }: DiagnosisInput): readonly ScriptState[] | undefined => {
  if (page.sdk || !page.hooked || !known?.state.isLoaded) return undefined;
  const tags = (known.state.scripts ?? []).filter(({ url }) => !isFirebaseScript(url));
  const plain = { attribute: 'src', type: '', integrity: '', crossOrigin: null, loaded: null };
  const others = page.scripts.filter((url) => tags.every((tag) => tag.url !== url));
  return [...tags, ...others.map((url): ScriptState => ({ url, ...plain }))];
};

/** Why AKPush did not come, by the first script that tells; `undefined` where none does. */
export const whyNotStarted = (input: DiagnosisInput): Found | undefined => {
  for (const tag of sdkScripts(input) ?? []) {
    const cause = causeOf(attemptOf(input, tag));
    if (cause) return cause;
  }
  return undefined;
};
