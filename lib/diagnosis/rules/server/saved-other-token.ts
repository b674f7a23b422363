import { hasMethod } from '../../../akpush/methods';
import { agreementOf } from '../../../facts/agreement';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { maskSecret } from '../../../text/mask-secret';
import { sdkGuide } from '../../guides';
import { renew } from '../../renew';
import type { Rule } from '../../rule';

/** The last save that the server accepted carried another token than the one that is cached now. */
export const savedOtherToken: Rule = {
  id: 'saved-other-token',
  part: 'server',
  severity: 'error',
  title: 'ruleSavedOtherToken',
  passed: 'passedSavedOtherToken',
  needs: ['token', 'accepted-save', 'token-compared'],
  link: sdkGuide,
  unless: ['subscription-elsewhere', 'saved-twice'],
  find({ known }) {
    const token = known?.token;
    const save = known?.save;
    if (!known || !token || save?.outcome !== 'accepted' || save.token === undefined) return null;
    if (save.token === token.text) return null;
    // A token that is not the current one is told by another rule.
    if (agreementOf(known).token.state !== 'ok') return null;
    return {
      sentence: phrase('agreeSaveOther'),
      evidence: [
        ...byEntries(save.entry),
        fact(save.entry.name, maskSecret(save.token)),
        fact(token.key, maskSecret(token.text)),
      ],
      advice: renew(
        known,
        hasMethod('updateSubscription', known.sdk) ? 'adviceSavedOther' : 'renewInit',
      ),
      fixes: ['clear-token', 'init-again'],
    };
  },
};
