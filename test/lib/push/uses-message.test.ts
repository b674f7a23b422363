import { expect, test } from 'vitest';
import { newPushDraft } from '../../../lib/push/push-draft';
import { asksServer, usesMessage } from '../../../lib/push/uses-message';

test('in pull mode the worker asks the server, except where the message itself is given away', () => {
  const draft = { ...newPushDraft('pull'), isReplaced: false };
  const ways = ['worker', 'real', 'firebase', 'foreground', 'notification'] as const;
  expect(ways.filter((way) => asksServer('pull', way))).toEqual(['worker', 'real']);
  expect(ways.filter((way) => usesMessage(draft, way))).toEqual([
    'firebase',
    'foreground',
    'notification',
  ]);
});
