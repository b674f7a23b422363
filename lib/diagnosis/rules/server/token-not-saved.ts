import { entriesOfPage } from '../../../facts/page-entries';
import type { MessageKey } from '../../../model/message-key';
import { phrase } from '../../../model/phrase';
import type { TokenFate } from '../../../model/token-memory';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { renewalKey } from '../../../outcome/renewal-key';
import { maskSecret } from '../../../text/mask-secret';
import { sendsAgain } from '../../ask-server';
import type { DiagnosisInput } from '../../diagnosis-input';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { tokenActions, tokenCame } from '../../token-came';
import { lastTold, rememberedToken } from '../../told-server';

interface Words {
  sentence: MessageKey;
  evidence: MessageKey;
}

/** Of a token that the server does not have, by what became of it. */
const untold: Readonly<Partial<Record<TokenFate, Words>>> = {
  unsaved: { sentence: 'findTokenNotSavedSince', evidence: 'evidenceRememberedUnsaved' },
  unsent: { sentence: 'findTokenNotSentSince', evidence: 'evidenceRememberedUnsent' },
};
const other: Words = {
  sentence: 'findTokenNotSavedOther',
  evidence: 'evidenceRememberedOther',
};

/** What is known of it from before this session; `undefined`: nothing, `null`: the server has it, or had it. */
const remembered = (input: DiagnosisInput) => {
  const memory = rememberedToken(input);
  if (!memory) return undefined;
  const { isSame, fate, at } = memory;
  const words = isSame ? untold[fate] : other;
  if (!words) return null;
  // Of a token that is another than one that was refused, sent to nobody or ended nothing is known.
  if (!isSame && fate !== 'accepted') return undefined;
  return {
    // Another one may have been accepted while nobody looked.
    isEnough: isSame,
    // Where this page itself is what is remembered, that is no news.
    isNews: fate !== 'unsent',
    sentence: phrase(words.sentence),
    proof: [fact(phrase('evidenceRemembered'), phrase(words.evidence, { moment: at }))],
  };
};

/** A token was obtained at page load and never saved: no request told the platform of it, and `initSubscription` does nothing while it is cached. */
export const tokenNotSaved: Rule = {
  id: 'token-not-saved',
  part: 'server',
  severity: 'warning',
  title: 'ruleTokenNotSaved',
  passed: 'passedTokenNotSaved',
  needs: ['token', 'accepted-save'],
  link: sdkGuide,
  unless: [
    'token-unchanged',
    'token-differs',
    'token-malformed',
    'storage-emptied',
    'earlier-error',
  ],
  find(input) {
    const { known, session, page, of } = input;
    const token = known?.token;
    if (!token || known.save || lastTold(input)) return null;
    if (known.state.permission.notification !== 'granted') return null;
    // The SDK has said that it told the server, by a request that was not seen.
    if (of('event', 'subscribe').length > 0) return null;
    // A page that was not watched from its beginning may have saved before.
    if (session.connection === 'reload-needed' || !page.hooked || session.lost > 0) return null;
    if (!session.recording) return null;
    const here = entriesOfPage(session.entries, page.number);
    const came = tokenCame(session, here, known);
    const before = remembered(input);
    // What happened while nobody looked is not known.
    const isProven = came?.isGuess === false;
    if (
      before === null ||
      (!came && (!before?.isEnough || of('action', ...tokenActions).length > 0))
    )
      return null;
    return {
      sentence: isProven || !before ? phrase('findTokenNotSaved') : before.sentence,
      evidence: [
        fact(token.key, maskSecret(token.text)),
        ...byEntries(came?.by),
        ...(before && !(isProven && !before.isNews) ? before.proof : []),
        fact('save', phrase('evidenceNotSent')),
      ],
      advice: [forSite(sendsAgain[known.sdk.generation ?? ''] ?? renewalKey(known, 'renewInit'))],
      ...(!isProven && { isGuess: true as const }),
    };
  },
};
