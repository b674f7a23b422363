import { fieldsOf } from '../../../model/encoded-value';
import { phrase } from '../../../model/phrase';
import { type CallEntry, firstOf } from '../../../outcome/call-context';
import { outcomeRule, subscribing } from '../../ask-outcome';
import { unmendedSave } from '../../ask-server';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { isOtherProfile, isProfileTold } from '../../told-profile';
import { rememberedSave, rememberedToken } from '../../told-server';

const said = outcomeRule({
  id: 'token-unchanged',
  part: 'token',
  severity: 'warning',
  title: 'ruleTokenUnchanged',
  passed: 'passedTokenUnchanged',
  needs: ['saved-call'],
  link: sdkGuide,
  // What is suspended stays so, as the token is the same.
  unless: ['suspended'],
  outcome: 'token-unchanged',
  methods: subscribing,
  told: (_call, { isGuess }) => (isGuess ? {} : { sentence: phrase('findTokenUnchanged') }),
  fixes: ['clear-token', 'init-again'],
});

/** What was to be done about it, and the outcomes that say that it was. */
const mended: readonly [method: string, outcomes: readonly string[]][] = [
  ['updateSubscription', ['updated']],
  ['removeToken', ['removed', 'partly-removed']],
];

const hasMatch = ({ detail }: CallEntry): boolean =>
  Object.keys(fieldsOf(firstOf(detail.args))).length > 0;

/** `initSubscription` does nothing when the cached token is the current one, and resolves as if all were well. */
export const tokenUnchanged: Rule = {
  ...said,
  find(input) {
    const found = said.find(input);
    // A save that was refused is why: the rule for that tells both.
    const isUnsaved = unmendedSave(input) || rememberedToken(input)?.fate === 'unsaved';
    if (!found || isUnsaved) return null;
    const call = subscribing
      .flatMap((method) => input.lastCall(method)?.call ?? [])
      .reduce((last, each) => (each.order > last.order ? each : last));
    const isMended = mended.some(([method, outcomes]) => {
      const later = input.lastCall(method);
      if (!later || later.call.order < call.order || !outcomes.includes(later.outcome.id))
        return false;
      // An update without a match leaves the profile as it was.
      return method !== 'updateSubscription' || !hasMatch(call) || hasMatch(later.call);
    });
    if (isMended || isProfileTold(input, call)) return null;
    // Without Firebase a token is cached when it was saved: the profile had its match then. With it page load caches one that no profile has, but where it was told already and no match was given.
    const isTold = !hasMatch(call) && rememberedSave(input) !== undefined;
    // What was saved on this visit was of another profile.
    const isOther = isOtherProfile(input, call);
    const isMild = isTold || (input.known?.sdk.mode === 'pull' && !isOther);
    return isMild ? { ...found, severity: 'hint' } : found;
  },
};
