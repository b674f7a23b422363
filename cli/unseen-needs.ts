import type { NeedId } from '../lib/diagnosis/needs';

/** What only a push shows: the command sends none. */
export const pushNeeds: readonly NeedId[] = [
  'push-accepted',
  'push-handled',
  'push-shown',
  'ack',
  'click',
];

/** What only the worker's script shows, where it was asked for and not got. */
export const scriptNeeds: readonly NeedId[] = [
  'script-answer',
  'script-there',
  'script-text',
  'push-handler',
];
