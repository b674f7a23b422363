import type { Rule } from '../../rule';
import { noToken } from './no-token';
import { removeFailed } from './remove-failed';
import { removeLeftovers } from './remove-leftovers';
import { storageEmptied } from './storage-emptied';
import { tokenDiffers } from './token-differs';
import { tokenMalformed } from './token-malformed';
import { tokenNotCached } from './token-not-cached';
import { tokenNotMoved } from './token-not-moved';
import { tokenOtherPrefix } from './token-other-prefix';
import { tokenUnchanged } from './token-unchanged';
import { tokenUnreadable } from './token-unreadable';
import { updateNullToken } from './update-null-token';

/** Why the token is not the right one: the rules in the order in which they are told. */
export const tokenRules: readonly Rule[] = [
  tokenUnchanged,
  updateNullToken,
  noToken,
  removeLeftovers,
  removeFailed,
  tokenDiffers,
  storageEmptied,
  tokenNotCached,
  tokenMalformed,
  tokenUnreadable,
  tokenOtherPrefix,
  tokenNotMoved,
];
