import type { PageFacts } from '../facts/page-facts';
import { countWhile } from '../model/count-while';
import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import type { CallContext } from './call-context';
import { fact } from './chain';
import type { Outcome } from './outcome';
import { renewalKey } from './renewal-key';

/** Whether a reading shows that nothing was cached; `undefined` when there is no reading. */
const hasNoToken = (known: PageFacts | undefined): boolean | undefined =>
  known && !known.cache.problem
    ? !known.cache.values.token && !known.cache.legacy.token
    : undefined;

/** `initSubscription` brings a token: not where it was called already and brought none, nor in builds that are done with it. */
const afterNoToken = ({ call, page, before, after }: CallContext): MessageKey => {
  const calls = page.of('call', 'initSubscription', 'removeToken');
  const last = calls[countWhile(calls, ({ order }) => order < call.order) - 1];
  const isTried = last?.name === 'initSubscription';
  return renewalKey(after ?? before, isTried ? 'nextNoTokenAfterInit' : 'nextNoToken');
};

/** The outcome of a call that did nothing for want of a token; `undefined` where there was one. */
export const noToken = (context: CallContext, sentence: Phrase): Outcome | undefined => {
  const isKnown = hasNoToken(context.before) ?? hasNoToken(context.after);
  if (isKnown === false) return undefined;
  return {
    id: 'no-token',
    severity: 'warning',
    sentence,
    evidence: isKnown ? [fact(phrase('factToken'), phrase('none'))] : [],
    next: phrase(afterNoToken(context)),
    ...(!isKnown && { isGuess: true as const }),
  };
};
