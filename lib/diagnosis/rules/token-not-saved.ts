import { message } from '../../i18n/message';
import { answerOf, fact } from '../../outcome/chain';
import { byEntries } from '../../outcome/outcome';
import { formatMoment } from '../../state/format-span';
import { maskSecret } from '../../state/mask-secret';
import { renewalKey } from '../../state/renewal';
import { storedTexts } from '../../state/stored-changes';
import { sendsAgain } from '../ask-server';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';
import type { Scene } from '../scene';
import { lastTold, rememberedToken } from '../told-server';

/** Actions by which the panel itself changes the token. */
const ours = ['delete-key', 'make-stale', 'restore', 'undo', 'clear-all'];

/** How it is known that the token came with this document; `null`: it may be as old as the profile. */
const cameHere = (scene: Scene, where: string, text: string) => {
  const { session, page, of, last } = scene;
  if (of('action', ...ours).length > 0) return null;
  const first = session.readings.find(({ document }) => document === page.document);
  const registered = last('request', 'registrations', 'fcm/connect/subscribe');
  const isRegistered = registered && answerOf(registered).verdict === 'accepted';
  // A subscription that was there is given again: by itself it is no news.
  const proof = byEntries(
    isRegistered
      ? registered
      : of('subscription', 'subscribe').findLast(({ status }) => status === 'ok'),
  );
  if (first && storedTexts(first.value).get(where) !== text) return { proof, isGuess: false };
  // What changed between two documents may be the earlier one's, which may have saved it.
  const isNew = session.changes.some(
    (change) =>
      change.page === page.number &&
      !change.isOverLoad &&
      change.where === where &&
      change.after === text,
  );
  return isNew || isRegistered ? { proof, isGuess: true } : null;
};

/** What is known of it from before this session; `undefined`: nothing, `null`: the server has it, or had it. */
const remembered = (scene: Scene) => {
  const memory = rememberedToken(scene);
  if (!memory) return undefined;
  const { isSame, fate, at } = memory;
  if (isSame && fate !== 'unsaved') return null;
  // Of a token that is another than one that was refused or ended nothing is known.
  if (!isSame && fate !== 'accepted') return undefined;
  return {
    // Another one may have been accepted while nobody looked.
    isEnough: isSame,
    sentence: message(isSame ? 'findTokenNotSavedSince' : 'findTokenNotSavedOther'),
    proof: [
      fact(
        message('evidenceRemembered'),
        message(isSame ? 'evidenceRememberedUnsaved' : 'evidenceRememberedOther', formatMoment(at)),
      ),
    ],
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
  find(scene) {
    const { known, session, page, of } = scene;
    const token = known?.token;
    if (!token || known.save || lastTold(scene)) return null;
    if (known.state.permission.notification !== 'granted') return null;
    // A page that was not watched from its beginning may have saved before.
    if (session.connection === 'reload-needed' || !page.hooked || session.lost > 0) return null;
    const where = `${token.place ? 'IndexedDB' : 'localStorage'} ${token.key}`;
    const came = cameHere(scene, where, token.text);
    const before = remembered(scene);
    // What happened while nobody looked is not known.
    const isProven = came?.isGuess === false;
    if (before === null || (!came && (!before?.isEnough || of('action', ...ours).length > 0)))
      return null;
    return {
      sentence: isProven || !before ? message('findTokenNotSaved') : before.sentence,
      evidence: [
        fact(token.key, maskSecret(token.text)),
        ...(came?.proof ?? []),
        ...(before?.proof ?? []),
        fact('save', message('evidenceNotSent')),
      ],
      advice: [forSite(sendsAgain[known.sdk.generation ?? ''] ?? renewalKey(known, 'renewInit'))],
      ...(!isProven && { isGuess: true as const }),
    };
  },
};
