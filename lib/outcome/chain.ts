import { type AnswerMaker, answerMaker } from '../akpush/answer-maker';
import { isFirebaseOnly } from '../akpush/firebase-only';
import { type ServerAnswer, serverAnswer } from '../akpush/server-answer';
import { isOfProject } from '../facts/of-project';
import { sdkRegisters, sdkRegistersBefore } from '../facts/sdk-registers';
import type { ErrorData } from '../model/entry';
import { errorText } from '../model/error-text';
import { type Phrase, phrase } from '../model/phrase';
import type { EntryWith, SessionEntry } from '../model/session';
import { type CallContext, entriesOf } from './call-context';
import { explainSubscribeError, explainWorkerError, isPermissionError } from './explain-error';
import { byEntries, type Evidence, type Outcome } from './outcome';
import { readError } from './read-error';

/*
 * Where the chain from the call to the server broke: the request, the subscription, the permission, the worker. Each function answers
 * `undefined` when its link held or was not reached.
 */

/** A fact of a reading of the state, as evidence. */
export const fact = (label: Phrase, text: Phrase): Evidence => ({ type: 'fact', label, text });

/** The browser's own words, or those of a server in its place, as evidence; none where there are none. */
export const saidBy = (who: 'refused' | 'failed' | 'sdk', said: Phrase): Evidence[] =>
  said === '' ? [] : [fact(phrase(saidLabels[who]), said)];

const saidLabels = {
  refused: 'evidenceServerSaid',
  failed: 'evidenceBrowserSaid',
  sdk: 'evidenceSdkSaid',
} as const;

/** An error of the browser's as evidence; what only became of a worker is no message. */
export const saidError = (error: ErrorData): Evidence[] =>
  error.name === 'redundant' ? [] : saidBy('failed', errorText(error));

/** Who has made the answer to a request; `undefined` where nothing tells, or there is none. */
export const makerOf = ({ detail, url }: EntryWith<'request'>): AnswerMaker | undefined =>
  typeof detail.httpStatus === 'number' && !readError(detail.error)
    ? answerMaker(detail, url)
    : undefined;

/** What the server said to a request, of which a page may have made anything. */
export const answerOf = (request: EntryWith<'request'>): ServerAnswer => {
  const { httpStatus, response, error } = request.detail;
  return serverAnswer(
    {
      httpStatus: typeof httpStatus === 'number' ? httpStatus : undefined,
      response,
      error: readError(error),
    },
    makerOf(request),
  );
};

/** Whether an answer that looks like success has nothing in it. Who has read no body does not know. */
export const isBareAnswer = (request: EntryWith<'request'>): boolean => {
  const { response } = request.detail;
  const isBare = response === null || ['""', '[]', '{}'].includes(JSON.stringify(response));
  return isBare && answerOf(request).verdict === 'accepted';
};

/** What is to be said of a call by what its request came to. */
const brokenTexts = {
  refused: ['outcomeRefused', 'nextRefused'],
  failed: ['outcomeUnanswered', 'nextUnanswered'],
  worker: ['outcomeAnswerWorker', 'adviceAnswerMade'],
  script: ['outcomeAnswerScript', 'adviceAnswerScript'],
} as const;

/** How a request that was not accepted ended a call. */
export const brokenRequest = (request: EntryWith<'request'>): Outcome | undefined => {
  const { verdict, code, said } = answerOf(request);
  if (verdict === 'pending' || verdict === 'accepted') return undefined;
  const maker = makerOf(request);
  const isMade = verdict === 'failed' && (maker === 'worker' || maker === 'script');
  const [sentence, next] = brokenTexts[isMade ? maker : verdict];
  return {
    id: 'request-failed',
    severity: 'error',
    sentence: phrase(sentence, request.name, isMade ? `${request.detail.httpStatus}` : code),
    evidence: [...byEntries(request), ...saidBy(verdict, said)],
    next: phrase(next),
  };
};

/** Requests to Firebase without which there is no token. */
const firebaseNames = ['installations', 'registrations', 'fcm/connect/subscribe'];

/** A request to Firebase, of the SDK's own project, that broke the chain: one that was repeated with success did not. */
export const brokenFirebase = ({ effects, before, after }: CallContext): Outcome | undefined => {
  const requests = entriesOf(effects, 'request', ...firebaseNames).filter(
    isOfProject((after ?? before)?.sdk),
  );
  for (const request of requests.reverse()) {
    const broken = brokenRequest(request);
    if (broken) return broken;
    if (request.status === 'ok') return undefined;
  }
  return undefined;
};

const denied = (context: CallContext, evidence: Evidence[]): Outcome => ({
  id: 'permission-denied',
  severity: 'error',
  sentence: phrase(
    context.call.detail.permission === 'denied' ? 'outcomeWasDenied' : 'outcomeDenied',
  ),
  evidence,
  next: phrase('nextDenied'),
});

/** The prompt was not answered: it was closed, or the browser did not show it. */
const unanswered = (hadGesture: boolean, evidence: Evidence[]): Outcome =>
  hadGesture
    ? {
        id: 'permission-dismissed',
        severity: 'warning',
        sentence: phrase('outcomeDismissed'),
        evidence,
        next: phrase('nextDismissed'),
      }
    : {
        id: 'permission-no-gesture',
        severity: 'warning',
        sentence: phrase('outcomeNoGesture'),
        evidence,
        next: phrase('nextNoGesture'),
      };

/** A frame of a stack as Firefox writes it, `f@https://…`; Chromium's begin with `at`. */
const geckoFrame = /^[^\s@]*@\S/m;

/**
 * Whether a prompt may have been shown: people need longer than this to answer one, what is faster was answered by the browser. Without a gesture Firefox
 * shows none, and takes its time to say so on a busy machine; Chromium shows one all the same.
 */
const wasShown = (
  gesture: boolean,
  { duration = 0, stack = '' }: Pick<SessionEntry, 'duration' | 'stack'>,
): boolean => gesture || duration > (geckoFrame.test(stack) ? 1_000 : 250);

/** The permission that was asked for and not given. */
const brokenAnswer = (context: CallContext): Outcome | undefined => {
  const asked = entriesOf(context.effects, 'permission').at(-1);
  if (!asked || asked.status === 'pending') return undefined;
  const { answer, gesture } = asked.detail;
  if (answer === 'denied') return denied(context, byEntries(asked));
  if (answer !== 'default') return undefined;
  return unanswered(wasShown(gesture, asked), byEntries(asked));
};

/** What a refusal of `subscribe` for want of permission comes from. */
const brokenByPermission = (
  context: CallContext,
  subscription: EntryWith<'subscription'>,
): Outcome | undefined => {
  const { call, before, after } = context;
  const evidence = byEntries(subscription);
  const now = after?.state.permission.notification ?? call.detail.permission;
  if ((after ?? before)?.state.permission.privateWindow)
    return {
      id: 'unsupported',
      severity: 'error',
      sentence: phrase('outcomePrivate'),
      evidence,
      next: phrase('nextPrivate'),
    };
  if (call.detail.permission === 'denied' || now === 'denied') return denied(context, evidence);
  if (call.detail.permission === 'granted') return undefined;
  const hadGesture = subscription.detail.gesture ?? call.detail.gesture;
  const isShown = wasShown(hadGesture, subscription);
  const outcome = unanswered(isShown, evidence);
  // Registering and updating the worker take longer than the browser lets a click count.
  return !isShown && call.detail.gesture
    ? {
        ...outcome,
        sentence: phrase('outcomeGestureOver', ((subscription.time - call.time) / 1000).toFixed(1)),
        next: phrase('nextGestureOver'),
      }
    : outcome;
};

/** `pushManager.subscribe` that failed last, and why. */
const brokenSubscription = (context: CallContext): Outcome | undefined => {
  const subscription = entriesOf(context.effects, 'subscription', 'subscribe').at(-1);
  const error =
    subscription?.status === 'failed' ? readError(subscription.detail.error) : undefined;
  if (!subscription || !error) return undefined;
  if (isPermissionError(error)) {
    const byPermission = brokenByPermission(context, subscription);
    if (byPermission) return byPermission;
  }
  const { meaning, next } = explainSubscribeError(error);
  return {
    id: 'subscribe-failed',
    severity: 'error',
    sentence: phrase('outcomeSubscribeFailed', meaning),
    evidence: [...byEntries(subscription), ...saidError(error)],
    next,
  };
};

const failedRegistration = (context: CallContext): EntryWith<'worker'> | undefined => {
  const { sdk } = context.after ?? context.before ?? {};
  const during = sdkRegisters(context.effects, sdk).at(-1);
  if (during) return during.status === 'failed' ? during : undefined;
  // The SDK registers at page load too: without a registration, that failure is what the call met.
  if (context.after ? context.after.own : context.before?.own) return undefined;
  const { all, count } = sdkRegistersBefore(context.page, sdk, context.call.order);
  const last = all[count - 1];
  return last?.status === 'failed' ? last : undefined;
};

/**
 * Why the browser could not update the SDK's worker: each `initSubscription` asks for that after it has registered, and without Firebase it
 * rejects with the browser's own error.
 */
export const failedUpdate = ({ status, detail }: EntryWith<'call'>): ErrorData | undefined => {
  const error = status === 'failed' ? readError(detail.error) : undefined;
  return error && /update a ServiceWorker|ServiceWorker script/i.test(error.message)
    ? error
    : undefined;
};

/** A worker that could not be registered or installed. */
const brokenWorker = (context: CallContext): Outcome | undefined => {
  const registration = failedRegistration(context);
  const failed = (error: ErrorData, by: Evidence[]): Outcome => {
    const { meaning, next } = explainWorkerError(error);
    const sentence = phrase('outcomeWorkerFailed', meaning);
    const evidence = [...by, ...saidError(error)];
    return { id: 'worker-failed', severity: 'error', sentence, evidence, next };
  };
  const error = readError(registration?.detail.error);
  if (error) return failed(error, byEntries(registration));
  const update = failedUpdate(context.call);
  if (update) return failed(update, byEntries(context.call));
  const workers = entriesOf(context.effects, 'worker');
  const last = workers.at(-1);
  // A worker that is replaced becomes redundant too: then another one is active.
  if (last?.name !== 'redundant' || context.after?.own?.active) return undefined;
  return failed({ name: 'redundant', message: '' }, byEntries(last));
};

/** Where the chain broke before there was a token; `undefined` when no link was seen to break. */
export const brokenLink = (context: CallContext): Outcome | undefined =>
  brokenSubscription(context) ??
  brokenAnswer(context) ??
  brokenWorker(context) ??
  brokenFirebase(context) ??
  // With a permission that is denied the SDK does nothing and says nothing.
  (context.call.detail.permission === 'denied'
    ? denied(context, [fact('Notification.permission', 'denied')])
    : undefined);

/** Why there can be no push at all here. */
export const noPushHere = ({ before, after }: CallContext): Outcome | undefined => {
  const known = after ?? before;
  if (!known) return undefined;
  const outcome = (sentence: Phrase, next: Phrase, ...evidence: Evidence[]): Outcome => ({
    id: 'unsupported',
    severity: 'error',
    sentence,
    evidence,
    next,
  });
  const { secureContext, missing, privateWindow } = known.state.permission;
  if (!secureContext)
    return outcome(
      phrase('outcomeInsecure'),
      phrase('nextInsecure'),
      fact('isSecureContext', 'false'),
    );
  const needed = missing.filter((name) => name !== 'indexedDB');
  if (needed.length > 0)
    return outcome(
      phrase('outcomeInterfaces', needed.join(', ')),
      phrase(privateWindow ? 'nextPrivate' : 'nextInterfaces'),
      ...needed.map((name) => fact(name, phrase('notThere'))),
    );
  const { browser, mode } = known.sdk;
  if (browser && isFirebaseOnly(browser) && mode !== 'firebase')
    return outcome(
      phrase('outcomeFirebaseOnly', browser),
      phrase('nextFirebaseOnly'),
      fact('config.browser', browser),
    );
  return undefined;
};
