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
    isSeen: (scene) =>
      known(({ state }) => ['granted', 'denied'].includes(state.permission.notification ?? ''))(
        scene,
      ) ||
      (scene.known !== undefined && askedHere(scene)),
  },
  'permission-query': {
    name: 'needPermissionQuery',
    shows: 'showState',
    isSeen: known(({ state }) => 'ok' in state.permission.query),
  },
} as const satisfies Record<string, Need>;
