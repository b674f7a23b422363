import { entriesOf } from '../outcome/call-context';
import type { Need } from './need';
import { newestPush } from './newest-push';
import { isPushHandled } from './push-handled';

/** What a rule about a push can need. */
export const pushNeeds = {
  'push-accepted': {
    name: 'needPushAccepted',
    shows: 'showPushAccepted',
    isSeen: (input) => {
      const newest = newestPush(input);
      if (!newest) return false;
      const { push, steps } = newest;
      return (
        push.detail.way === 'live' ||
        entriesOf(steps, 'worker-step', 'push-service').at(-1)?.status === 'ok'
      );
    },
  },
  'push-handled': { name: 'needPushHandled', shows: 'showPush', isSeen: isPushHandled },
  'push-shown': {
    name: 'needPushShown',
    shows: 'showPush',
    isSeen: (input) => newestPush(input)?.outcome.id === 'shown',
  },
  ack: {
    name: 'needAck',
    shows: 'showAck',
    isSeen: (input) =>
      entriesOf(newestPush(input)?.steps ?? [], 'request', 'ack').at(-1)?.status === 'ok',
  },
  click: {
    name: 'needClick',
    shows: 'showClick',
    isSeen: ({ pushes }) => {
      const click = pushes().find(({ push }) => push.name === 'notificationclick');
      return entriesOf(click?.steps ?? [], 'worker-step', 'openWindow', 'focus', 'navigate').some(
        ({ status }) => status === 'ok',
      );
    },
  },
} as const satisfies Record<string, Need>;
