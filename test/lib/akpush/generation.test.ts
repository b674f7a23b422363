import { expect, test } from 'vitest';
import { generationOf } from '../../../lib/akpush/generation';

const bundled = ['initSubscription', 'events', 'removeToken'];

test.each([
  ['G1', { how: 'declared', members: ['initSubscription', 'subscribe'] }],
  ['G2', { how: 'assigned', members: ['initSubscription'] }],
  ['G3', { how: 'assigned', members: bundled }],
  ['G4', { how: 'assigned', members: [...bundled, 'updateSubscription'] }],
  ['G5', { how: 'assigned', members: [...bundled, 'updateSubscription'], hasPending: true }],
  ['G5', { how: 'assigned', members: bundled, config: { vapidKey: 'BNm8' } }],
  ['G6', { how: 'assigned', members: [...bundled, 'suspendSubscription'], hasPending: true }],
  ['G6', { how: 'assigned', members: bundled, config: { serverActionHandlers: { save: '/' } } }],
  // Nothing of a configuration that could not be read.
  ['G3', { how: 'already-there', members: bundled, config: { $: 'unreadable' } }],
] as const)('%s', (generation, { members, ...sdk }) => {
  expect(generationOf({ ...sdk, members: [...members] })).toBe(generation);
});
