import { askedHere } from './asked-here';
import type { Need } from './need';
import { known } from './seen-by';

/** What a rule about the permission can need. */
export const permissionNeeds = {
  granted: {
    name: 'needGranted',
    shows: 'showGranted',
    isSeen: known(({ state }) => state.permission.notification === 'granted'),
  },
  answered: {
    name: 'needAnswered',
    shows: 'showAnswered',
    isSeen: known(({ state }) =>
      ['granted', 'denied'].includes(state.permission.notification ?? ''),
    ),
  },
  asked: {
    name: 'needAsked',
    shows: 'showAsked',
    isSeen: (input) =>
      known(({ state }) => ['granted', 'denied'].includes(state.permission.notification ?? ''))(
        input,
      ) ||
      (input.known !== undefined && askedHere(input)),
  },
  'permission-query': {
    name: 'needPermissionQuery',
    shows: 'showState',
    isSeen: known(({ state }) => 'ok' in state.permission.query),
  },
} as const satisfies Record<string, Need>;
