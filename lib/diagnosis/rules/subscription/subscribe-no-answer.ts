import { phrase } from '../../../model/phrase';
import { byEntries } from '../../../outcome/outcome';
import { connectionKeys, forEngine } from '../../engine';
import { forBrowser } from '../../finding';
import { subscribeGuide } from '../../guides';
import { lastSubscribe } from '../../last-subscribe';
import type { Rule } from '../../rule';

/** Longer than browsers need that reach their push service, milliseconds. */
const long = 10_000;

/** The permission is given, and the browser has neither made nor refused the subscription: it waits for its push service. */
export const subscribeNoAnswer: Rule = {
  id: 'subscribe-no-answer',
  part: 'subscription',
  node: 'push-service',
  severity: 'warning',
  title: 'ruleSubscribeNoAnswer',
  passed: 'passedSubscribeNoAnswer',
  needs: ['subscribed'],
  link: subscribeGuide,
  find(input) {
    const { known, engine, isPast } = input;
    const asked = lastSubscribe(input);
    if (known?.state.permission.notification !== 'granted') return null;
    if (asked?.status !== 'pending' || !isPast(asked.time + long)) return null;
    return {
      sentence: phrase('findSubscribeNoAnswer'),
      evidence: byEntries(asked),
      advice: [forBrowser('nextServiceUnreachable'), ...forEngine(engine, connectionKeys)],
      isGuess: true,
    };
  },
};
