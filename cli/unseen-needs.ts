import type { NeedId } from '../lib/diagnosis/needs';
import type { CheckOptions } from './check-options';
import type { SeenPush } from './scenarios/push';

/** What only a push shows. */
export const pushNeeds: readonly NeedId[] = [
  'push-accepted',
  'push-handled',
  'push-shown',
  'ack',
  'click',
];

const nothingSeen: SeenPush = { seesWorker: false, isClicked: false };

/** What a push does not show. Chromium is not given it by its push service. */
export const unseenOfPush = (
  browser: CheckOptions['browser'],
  { seesWorker, isClicked }: SeenPush,
): readonly NeedId[] => [
  ...(browser === 'chromium' ? (['push-accepted'] as const) : []),
  ...(isClicked ? [] : (['click'] as const)),
  ...(seesWorker ? [] : (['ack'] as const)),
];

/** What cannot be seen in a scenario, whatever the page does. `seen`: what was seen of the push. */
export const unseenNeeds = (
  { scenario, browser }: Pick<CheckOptions, 'scenario' | 'browser'>,
  seen: SeenPush = nothingSeen,
): readonly NeedId[] => (scenario === 'push' ? unseenOfPush(browser, seen) : pushNeeds);

/** What only the worker's script shows, where it was asked for and not got. */
export const scriptNeeds: readonly NeedId[] = [
  'script-answer',
  'script-there',
  'script-text',
  'push-handler',
];
