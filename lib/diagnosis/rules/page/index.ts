import type { Rule } from '../../rule';
import { browserEmulated } from './browser-emulated';
import { browserUnknown } from './browser-unknown';
import { configAddress } from './config-address';
import { configIncomplete } from './config-incomplete';
import { configPlaceholder } from './config-placeholder';
import { firebaseOnlyBrowser } from './firebase-only-browser';
import { firebaseScripts } from './firebase-scripts';
import { initTwice } from './init-twice';
import { insecurePage } from './insecure-page';
import { interfacesMissing } from './interfaces-missing';
import { loadNeverCame } from './load-never-came';
import { noSdk } from './no-sdk';
import { outcomeUnknown } from './outcome-unknown';
import { privateWindow } from './private-window';
import { savedTwice } from './saved-twice';
import { sdkByWorker } from './sdk-by-worker';
import { sdkEmpty } from './sdk-empty';
import { sdkFailed } from './sdk-failed';
import { sdkHeldBack } from './sdk-held-back';
import { sdkHtml } from './sdk-html';
import { sdkHttp } from './sdk-http';
import { sdkInOtherFrame } from './sdk-in-other-frame';
import { sdkIntegrity } from './sdk-integrity';
import { sdkMime } from './sdk-mime';
import { sdkMisused } from './sdk-misused';
import { sdkNotStarted } from './sdk-not-started';
import { sdkPolicy } from './sdk-policy';
import { sdkSyntax } from './sdk-syntax';
import { sdkTagManager } from './sdk-tag-manager';
import { sdkTaken } from './sdk-taken';
import { sdkThrew } from './sdk-threw';
import { sdkTooEarly } from './sdk-too-early';
import { sdkUnreachable } from './sdk-unreachable';
import { sdkUsedInOtherFrame } from './sdk-used-in-other-frame';
import { siteDataBlocked } from './site-data-blocked';
import { twoSdks } from './two-sdks';
import { workerNeverFound } from './worker-never-found';

/** Why AKPush is not on the page, or cannot work there: the rules in the order in which they are told. */
export const pageRules: readonly Rule[] = [
  noSdk,
  sdkInOtherFrame,
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
  sdkTaken,
  sdkTooEarly,
  sdkMisused,
  sdkUsedInOtherFrame,
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
];
