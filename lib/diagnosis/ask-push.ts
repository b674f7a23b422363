import type { MessageKey } from '../model/message-key';
import { phrase, sentences } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import { byEntries, type PushOutcomeId } from '../outcome/outcome';
import { payloadFlaw } from '../outcome/payload-flaw';
import type { FindingSeverity, NodeId } from './finding';
import { pushEventGuide } from './guides';
import type { Rule } from './rule';

const events = ['notificationclick', 'notificationclose', 'pushsubscriptionchange'];

/** A rule that the newest push's outcome proves. */
export const pushRule = (
  id: string,
  outcomeId: PushOutcomeId,
  title: MessageKey,
  passed: MessageKey,
  severity: FindingSeverity,
  node: NodeId = 'push',
  link = pushEventGuide,
): Rule => ({
  id,
  part: 'push',
  node,
  severity,
  title,
  passed,
  needs: ['push-handled'],
  link,
  find(input) {
    // What came of a click or of another event is not what came of a push.
    const isWanted = ({ name }: SessionEntry): boolean =>
      outcomeId === 'clicked' ? name === 'notificationclick' : !events.includes(name);
    const newest = input
      .pushes()
      .find(({ push, outcome }) => outcome.id !== 'running' && isWanted(push));
    if (newest?.outcome.id !== outcomeId) return null;
    const { push, outcome, steps } = newest;
    // Somebody who breaks a push on purpose learns something of the worker, and nothing that is wrong with the site.
    const isBroken =
      push.detail.way !== 'live' &&
      (payloadFlaw(push.detail.payload) !== '' ||
        steps.some(({ kind, detail }) => kind === 'request' && detail.isReplaced === true));
    return {
      sentence: isBroken ? sentences(outcome.sentence, phrase('pushBrokenHere')) : outcome.sentence,
      ...(outcome.id === 'timed-out' && outcome.severity === 'warning' && { severity: 'warning' }),
      ...(isBroken && { severity: 'hint' as const }),
      evidence: [
        ...byEntries(push),
        ...outcome.evidence.filter((each) => each.type !== 'entry' || each.key !== push.key),
      ],
      advice: outcome.next ? [{ who: 'site', text: outcome.next }] : [],
      ...(outcome.isGuess && { isGuess: true as const }),
    };
  },
});
