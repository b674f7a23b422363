import type { Rule } from '../rule';
import { answeredByWorker } from './answered-by-worker';
import { browserEmulated } from './browser-emulated';
import { browserNoticeShown } from './browser-notice-shown';
import { browserUnknown } from './browser-unknown';
import { clickOpensNothing } from './click-opens-nothing';
import { configAddress } from './config-address';
import { configIncomplete } from './config-incomplete';
import { configPlaceholder } from './config-placeholder';
import { firebaseOnlyBrowser } from './firebase-only-browser';
import { firebaseRefused } from './firebase-refused';
import { firebaseScripts } from './firebase-scripts';
import { firebaseUnreachable } from './firebase-unreachable';
import { grantedBefore } from './granted-before';
import { initTwice } from './init-twice';
import { insecurePage } from './insecure-page';
import { interfacesMissing } from './interfaces-missing';
import { keyDiffers } from './key-differs';
import { keyMalformed } from './key-malformed';
import { loadNeverCame } from './load-never-came';
import { noSdk } from './no-sdk';
import { noToken } from './no-token';
import { outcomeUnknown } from './outcome-unknown';
import { permissionAnswersDiffer } from './permission-answers-differ';
import { permissionDenied } from './permission-denied';
import { permissionDismissed } from './permission-dismissed';
import { permissionLost } from './permission-lost';
import { permissionNoAnswer } from './permission-no-answer';
import { permissionNoGesture } from './permission-no-gesture';
import { permissionNotAsked } from './permission-not-asked';
import { privateWindow } from './private-window';
import { pushAckMissing } from './push-ack-missing';
import { pushContentFailed } from './push-content-failed';
import { pushHandlerThrew } from './push-handler-threw';
import { pushNotDelivered } from './push-not-delivered';
import { pushNothingShown } from './push-nothing-shown';
import { pushPostedNowhere } from './push-posted-nowhere';
import { pushReplaced } from './push-replaced';
import { pushServiceRefused } from './push-service-refused';
import { pushShowRefused } from './push-show-refused';
import { pushShownTwice } from './push-shown-twice';
import { pushTimedOut } from './push-timed-out';
import { pushWorkerStopped } from './push-worker-stopped';
import { removeFailed } from './remove-failed';
import { removeLeftovers } from './remove-leftovers';
import { savedOtherToken } from './saved-other-token';
import { savedTwice } from './saved-twice';
import { sdkByWorker } from './sdk-by-worker';
import { sdkEmpty } from './sdk-empty';
import { sdkFailed } from './sdk-failed';
import { sdkHeldBack } from './sdk-held-back';
import { sdkHtml } from './sdk-html';
import { sdkHttp } from './sdk-http';
import { sdkIntegrity } from './sdk-integrity';
import { sdkMime } from './sdk-mime';
import { sdkNotStarted } from './sdk-not-started';
import { sdkPolicy } from './sdk-policy';
import { sdkSyntax } from './sdk-syntax';
import { sdkTagManager } from './sdk-tag-manager';
import { sdkThrew } from './sdk-threw';
import { sdkTooEarly } from './sdk-too-early';
import { sdkUnreachable } from './sdk-unreachable';
import { serverMixedContent } from './server-mixed-content';
import { serverRefused } from './server-refused';
import { serverUnreachable } from './server-unreachable';
import { siteDataBlocked } from './site-data-blocked';
import { storageEmptied } from './storage-emptied';
import { subscribeBadKey } from './subscribe-bad-key';
import { subscribeLimit } from './subscribe-limit';
import { subscribeNoAnswer } from './subscribe-no-answer';
import { subscribeNoKey } from './subscribe-no-key';
import { subscribeNoService } from './subscribe-no-service';
import { subscribeNoWorker } from './subscribe-no-worker';
import { subscribeOtherKey } from './subscribe-other-key';
import { subscribeRefused } from './subscribe-refused';
import { subscribeRetry } from './subscribe-retry';
import { subscribeServiceOff } from './subscribe-service-off';
import { subscribeStorage } from './subscribe-storage';
import { subscribeUnreachable } from './subscribe-unreachable';
import { subscribeUserVisible } from './subscribe-user-visible';
import { subscriptionElsewhere } from './subscription-elsewhere';
import { subscriptionExpired } from './subscription-expired';
import { subscriptionGone } from './subscription-gone';
import { subscriptionKeys } from './subscription-keys';
import { suspended } from './suspended';
import { tokenDiffers } from './token-differs';
import { tokenMalformed } from './token-malformed';
import { tokenNotCached } from './token-not-cached';
import { tokenNotMoved } from './token-not-moved';
import { tokenNotSaved } from './token-not-saved';
import { tokenOtherPrefix } from './token-other-prefix';
import { tokenUnchanged } from './token-unchanged';
import { tokenUnreadable } from './token-unreadable';
import { twoSdks } from './two-sdks';
import { updateNullToken } from './update-null-token';
import { updateSaidOk } from './update-said-ok';
import { workerAlternates } from './worker-alternates';
import { workerCached } from './worker-cached';
import { workerCertificate } from './worker-certificate';
import { workerForbidden } from './worker-forbidden';
import { workerForeign } from './worker-foreign';
import { workerHttp } from './worker-http';
import { workerMissing } from './worker-missing';
import { workerNeverFound } from './worker-never-found';
import { workerNoBrowser } from './worker-no-browser';
import { workerNoPush } from './worker-no-push';
import { workerOrigin } from './worker-origin';
import { workerOtherBrowser } from './worker-other-browser';
import { workerOtherBuild } from './worker-other-build';
import { workerOtherFolder } from './worker-other-folder';
import { workerOtherVendor } from './worker-other-vendor';
import { workerPageContainer } from './worker-page-container';
import { workerPolicy } from './worker-policy';
import { workerRedirect } from './worker-redirect';
import { workerRefused } from './worker-refused';
import { workerScope } from './worker-scope';
import { workerScript } from './worker-script';
import { workerStuck } from './worker-stuck';
import { workerTwice } from './worker-twice';
import { workerType } from './worker-type';
import { workerUnreachable } from './worker-unreachable';
import { workerWaiting } from './worker-waiting';

/** All rules, in the order of the chain: page, permission, worker, subscription, token, server, push. */
export const rules: readonly Rule[] = [
  noSdk,
  sdkHeldBack,
  sdkPolicy,
  sdkByWorker,
  sdkHttp,
  sdkHtml,
  sdkEmpty,
  sdkMime,
  sdkIntegrity,
  sdkSyntax,
  sdkThrew,
  sdkUnreachable,
  sdkTagManager,
  sdkNotStarted,
  sdkTooEarly,
  firebaseScripts,
  sdkFailed,
  browserEmulated,
  browserUnknown,
  firebaseOnlyBrowser,
  twoSdks,
  configIncomplete,
  configPlaceholder,
  configAddress,
  workerNeverFound,
  loadNeverCame,
  initTwice,
  savedTwice,
  outcomeUnknown,
  insecurePage,
  privateWindow,
  interfacesMissing,
  siteDataBlocked,
  permissionDenied,
  permissionNotAsked,
  permissionDismissed,
  permissionNoGesture,
  permissionNoAnswer,
  permissionLost,
  grantedBefore,
  permissionAnswersDiffer,
  workerMissing,
  workerForeign,
  workerAlternates,
  workerHttp,
  workerType,
  workerRedirect,
  workerCertificate,
  workerForbidden,
  workerScope,
  workerOrigin,
  workerScript,
  workerUnreachable,
  workerRefused,
  workerNoBrowser,
  workerOtherBrowser,
  workerNoPush,
  workerPageContainer,
  workerOtherBuild,
  workerPolicy,
  workerTwice,
  workerStuck,
  workerWaiting,
  workerOtherFolder,
  workerOtherVendor,
  workerCached,
  subscribeNoKey,
  subscribeOtherKey,
  subscribeBadKey,
  subscribeNoWorker,
  subscribeUserVisible,
  subscribeNoService,
  subscribeServiceOff,
  subscribeUnreachable,
  subscribeNoAnswer,
  subscribeLimit,
  subscribeStorage,
  subscribeRetry,
  subscribeRefused,
  keyDiffers,
  keyMalformed,
  subscriptionGone,
  subscriptionElsewhere,
  subscriptionExpired,
  subscriptionKeys,
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
  pushPostedNowhere,
  pushAckMissing,
  browserNoticeShown,
  clickOpensNothing,
];
