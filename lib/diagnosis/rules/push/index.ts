import type { Rule } from '../../rule';
import { browserNoticeShown } from './browser-notice-shown';
import { clickOpensNothing } from './click-opens-nothing';
import { pushAckMissing } from './push-ack-missing';
import { pushContentFailed } from './push-content-failed';
import { pushHandlerThrew } from './push-handler-threw';
import { pushIncomplete } from './push-incomplete';
import { pushNotDelivered } from './push-not-delivered';
import { pushNothingShown } from './push-nothing-shown';
import { pushPostedNowhere } from './push-posted-nowhere';
import { pushReplaced } from './push-replaced';
import { pushServiceRefused } from './push-service-refused';
import { pushShowRefused } from './push-show-refused';
import { pushShownTwice } from './push-shown-twice';
import { pushTimedOut } from './push-timed-out';
import { pushWorkerStopped } from './push-worker-stopped';

/** Why a push is not shown: the rules in the order in which they are told. */
export const pushRules: readonly Rule[] = [
  pushServiceRefused,
  pushNotDelivered,
  pushHandlerThrew,
  pushContentFailed,
  pushTimedOut,
  pushWorkerStopped,
  pushNothingShown,
  pushShowRefused,
  pushShownTwice,
  pushReplaced,
  pushIncomplete,
  pushPostedNowhere,
  pushAckMissing,
  browserNoticeShown,
  clickOpensNothing,
];
