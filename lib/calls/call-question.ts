import type { MethodName } from '../akpush/methods';
import { type Phrase, phrase } from '../model/phrase';

/** What is asked before a call that takes something away from the subscriber. */
export interface CallQuestion {
  title: Phrase;
  question: Phrase;
}

/** The question before a method is called; `undefined` for those that need none. */
export const questionOf = (method: MethodName): CallQuestion | undefined => {
  const questions: Partial<Record<MethodName, CallQuestion>> = {
    suspendSubscription: {
      title: phrase('callAskSuspend'),
      question: phrase('callAskSuspendText'),
    },
    removeToken: { title: phrase('callAskRemove'), question: phrase('callAskRemoveText') },
    unsubscribe: {
      title: phrase('callAskUnsubscribe'),
      question: phrase('callAskUnsubscribeText'),
    },
  };
  return questions[method];
};
