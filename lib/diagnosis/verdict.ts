import type { MessageKey } from '../model/message-key';
import { joinedBy, type Phrase, phrase } from '../model/phrase';
import { renewalKey } from '../outcome/renewal-key';
import type { Chain } from './chain';
import type { DiagnosisInput } from './diagnosis-input';
import { type Finding, type NodeId, nodeIds } from './finding';
import { needs } from './needs';
import { titleWithin } from './title';
import { isSubscriptionTold, rememberedSave } from './told-server';

/**
 * What can be said of the page's web push as a whole. `broken`: pushes cannot arrive; `limited`: they can, but something is wrong;
 * `not-subscribed`: nobody is subscribed yet; `works`: every link that a push needs was seen to work; `unknown`: all that was seen works,
 * and something was not seen. The value of `data-verdict`.
 */
export const verdictIds = ['broken', 'limited', 'not-subscribed', 'works', 'unknown'] as const;
export type VerdictId = (typeof verdictIds)[number];

/** One verdict, and one next step: all views say it in these words. */
export interface Verdict {
  id: VerdictId;
  /** The verdict itself, with the title of the finding that it is made from. */
  sentence: Phrase;
  /** Why, where no finding says it; empty where nothing is to be added. */
  reason: Phrase;
  /** What to do next; empty where nothing is to be done. */
  next: Phrase;
  /** The finding that it is made from. */
  finding?: string;
  /** Whether a push is what is left to try. */
  isPushNext?: true;
}

/** Links without which there is nothing to push to. */
const making: readonly NodeId[] = nodeIds.slice(0, nodeIds.indexOf('server'));

const fromFinding = (
  id: VerdictId,
  sentence: MessageKey,
  { id: finding, title, advice, isGuess }: Finding,
): Verdict => {
  const cause = titleWithin(title);
  return {
    id,
    sentence: phrase(sentence, isGuess ? joinedBy(', ', phrase('findingGuess'), cause) : cause),
    reason: '',
    next: advice[0]?.text ?? '',
    finding,
  };
};

const said = (
  id: VerdictId,
  sentence: MessageKey,
  reason: MessageKey | '',
  next: MessageKey | '',
): Verdict => ({
  id,
  sentence: phrase(sentence),
  reason: reason && phrase(reason),
  next: next && phrase(next),
});

/** What is missing for a subscription, where no finding says why. */
const steps: Partial<Record<NodeId, readonly [reason: MessageKey, next: MessageKey]>> = {
  permission: ['verdictNoPermission', 'nextAskPermission'],
  worker: ['verdictNoWorker', 'nextSubscribe'],
  subscription: ['verdictNoSubscription', 'nextSubscribe'],
  token: ['verdictNoToken', 'nextSubscribe'],
};

/** The worst finding about what makes a subscription; of hints only one about the link that is next. */
const whyNotYet = (findings: readonly Finding[], next: NodeId): Finding | undefined =>
  findings.find(({ severity, node }) => severity !== 'hint' && making.includes(node)) ??
  findings.find(({ node }) => node === next);

/** AKPush is there, the permission is given, and no script has called a method of the SDK. */
const isUncalled = ({ known, of }: DiagnosisInput): boolean =>
  known?.state.permission.notification === 'granted' &&
  of('call').every(({ name }) => name === 'constructor');

/** Where a link that a push needs was not seen to work: what was not seen, and what shows it. */
const unseen = (input: DiagnosisInput, chain: Chain): Verdict | undefined => {
  const { session } = input;
  const isOk = (id: NodeId): boolean =>
    chain.nodes.some((node) => node.id === id && node.state === 'ok');
  if (session.lost > 0 || !session.recording)
    return said('unknown', 'verdictUnknown', 'verdictNotRecorded', 'nextReload');
  if (!isOk('page')) return said('unknown', 'verdictUnknown', 'verdictNotRead', 'nextReload');
  if (!isOk('push-service'))
    return said(
      'unknown',
      'verdictUnknown',
      'verdictNoService',
      renewalKey(input.known, 'nextSubscribe'),
    );
  if (!isOk('server'))
    return said('unknown', 'verdictUnknown', 'verdictNotSaved', 'nextPushFromPlatform');
  if (!needs['push-handler'].isSeen(input))
    return {
      ...said('unknown', 'verdictUnknown', 'verdictWorkerUnread', 'nextSendPush'),
      isPushNext: true,
    };
  return undefined;
};

/** What is to be said of an input, whatever of it is muted. */
export const verdictOf = (
  input: DiagnosisInput,
  findings: readonly Finding[],
  chain: Chain,
): Verdict => {
  const isAbout =
    (node: NodeId) =>
    (finding: Finding): boolean =>
      [finding, ...(finding.consequences ?? [])].some(
        (each) => each.node === node && each.severity === 'error',
      );
  const broken = chain.first && findings.find(isAbout(chain.first));
  if (broken) {
    const isPushed = chain.first === 'push' || chain.first === 'notification';
    return fromFinding('broken', isPushed ? 'verdictBrokenPush' : 'verdictBroken', broken);
  }
  if (!input.page.hooked || input.session.connection === 'reload-needed')
    return said('unknown', 'verdictUnknown', 'verdictNotWatched', 'nextReload');
  if (chain.next === 'sdk') {
    // A page whose script waits for consent has loaded, and so has one that has AKPush in a frame: there is nothing else to wait for.
    const why = findings.find(
      ({ id, node, severity }) =>
        node === 'sdk' &&
        (severity === 'warning' || id === 'sdk-held-back' || id === 'sdk-in-other-frame'),
    );
    if (why) return fromFinding('unknown', 'verdictUnknownBy', why);
    return said('unknown', 'verdictUnknown', 'verdictNoSdk', 'nextWait');
  }
  // Where only the SDK has lost its token pushes still come; one that was removed on purpose is no such loss.
  const isOnlyLost =
    chain.next === 'token' &&
    isSubscriptionTold(input) &&
    findings.some(
      ({ id, node, severity }) =>
        node === 'token' && (severity === 'warning' || id === 'token-not-cached'),
    );
  if (chain.next !== null && !isOnlyLost) {
    // A subscription without a token: some of the first builds keep none.
    const old = findings.find(({ id, isGuess }) => id === 'token-not-cached' && isGuess);
    if (chain.next === 'token' && old) return fromFinding('unknown', 'verdictUnknownBy', old);
    const why = whyNotYet(findings, chain.next);
    if (why) return fromFinding('not-subscribed', 'verdictNotSubscribedBy', why);
    if (isUncalled(input))
      return said(
        'not-subscribed',
        'verdictNotSubscribed',
        'verdictNotCalled',
        renewalKey(input.known, 'nextCall'),
      );
    const [reason, next] =
      steps[chain.next] ?? (['verdictNoSubscription', 'nextSubscribe'] as const);
    return said('not-subscribed', 'verdictNotSubscribed', reason, renewalKey(input.known, next));
  }
  const missing = unseen(input, chain);
  const warning = findings.find(({ severity }) => severity === 'warning');
  if (warning)
    return fromFinding('limited', missing ? 'verdictSubscribedLimited' : 'verdictLimited', warning);
  if (missing) return missing;
  const isShown = needs['push-handled'].isSeen(input);
  if (isShown) return said('works', 'verdictWorks', 'verdictPushSeen', '');
  const remembered = rememberedSave(input);
  return {
    ...said('works', 'verdictWorks', '', 'nextSendPush'),
    ...(remembered !== undefined && {
      reason: phrase('verdictRemembered', { moment: remembered }),
    }),
    isPushNext: true,
  };
};
