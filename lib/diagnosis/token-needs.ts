import type { Need } from './need';
import { agrees, known } from './seen-by';

/** What a rule about the token can need. */
export const tokenNeeds = {
  token: { name: 'needToken', shows: 'showToken', isSeen: known(({ token }) => !!token) },
  'token-compared': {
    name: 'needTokenCompared',
    shows: 'showTokenCompared',
    isSeen: agrees('token'),
  },
  cache: {
    name: 'needCache',
    shows: 'showCache',
    isSeen: known(
      ({
        state: {
          stored: { databases },
        },
      }) => {
        const { localforage } = databases;
        return 'ok' in localforage && localforage.ok !== null;
      },
    ),
  },
} as const satisfies Record<string, Need>;
