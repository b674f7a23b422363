import type { NeedId } from '../lib/diagnosis/needs';
import type { CheckOptions } from './check-options';

/** What only a push shows. */
export const pushNeeds: readonly NeedId[] = [
  'push-accepted',
  'push-handled',
  'push-shown',
  'ack',
  'click',
];

/** What a push of the command's never shows: nobody clicks, and Chromium is not given it by its push service. */
const neverSeen: Readonly<Record<CheckOptions['browser'], readonly NeedId[]>> = {
  chromium: ['push-accepted', 'click'],
  firefox: ['click'],
};

/** What a push does not show. `seesWorker`: whether the requests of the worker were seen. */
export const unseenOfPush = (
  browser: CheckOptions['browser'],
  seesWorker: boolean,
): readonly NeedId[] => (seesWorker ? neverSeen[browser] : [...neverSeen[browser], 'ack']);

/** What cannot be seen in a scenario, whatever the page does. `seesWorker`: whether the requests of the worker were seen. */
export const unseenNeeds = (
  { scenario, browser }: Pick<CheckOptions, 'scenario' | 'browser'>,
  seesWorker = false,
): readonly NeedId[] => (scenario === 'push' ? unseenOfPush(browser, seesWorker) : pushNeeds);

/** What only the worker's script shows, where it was asked for and not got. */
export const scriptNeeds: readonly NeedId[] = [
  'script-answer',
  'script-there',
  'script-text',
  'push-handler',
];
