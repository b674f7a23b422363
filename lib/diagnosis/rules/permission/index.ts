import type { Rule } from '../../rule';
import { grantedBefore } from './granted-before';
import { permissionAnswersDiffer } from './permission-answers-differ';
import { permissionDenied } from './permission-denied';
import { permissionDismissed } from './permission-dismissed';
import { permissionInFrame } from './permission-in-frame';
import { permissionLost } from './permission-lost';
import { permissionNoAnswer } from './permission-no-answer';
import { permissionNoGesture } from './permission-no-gesture';
import { permissionNotAsked } from './permission-not-asked';

/** Why there is no permission: the rules in the order in which they are told. */
export const permissionRules: readonly Rule[] = [
  permissionInFrame,
  permissionDenied,
  permissionNotAsked,
  permissionDismissed,
  permissionNoGesture,
  permissionNoAnswer,
  permissionLost,
  grantedBefore,
  permissionAnswersDiffer,
];
