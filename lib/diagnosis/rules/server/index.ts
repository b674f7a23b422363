import type { Rule } from '../../rule';
import { answeredByWorker } from './answered-by-worker';
import { firebaseRefused } from './firebase-refused';
import { firebaseUnreachable } from './firebase-unreachable';
import { savedOtherToken } from './saved-other-token';
import { serverMixedContent } from './server-mixed-content';
import { serverRefused } from './server-refused';
import { serverUnreachable } from './server-unreachable';
import { suspended } from './suspended';
import { tokenNotSaved } from './token-not-saved';
import { updateSaidOk } from './update-said-ok';

/** Why the server does not know the token: the rules in the order in which they are told. */
export const serverRules: readonly Rule[] = [
  serverRefused,
  updateSaidOk,
  serverUnreachable,
  answeredByWorker,
  firebaseRefused,
  firebaseUnreachable,
  tokenNotSaved,
  savedOtherToken,
  suspended,
  serverMixedContent,
];
