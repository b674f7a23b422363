import type { Rule } from '../../rule';
import { workerAlternates } from './worker-alternates';
import { workerCached } from './worker-cached';
import { workerCertificate } from './worker-certificate';
import { workerForbidden } from './worker-forbidden';
import { workerForeign } from './worker-foreign';
import { workerHttp } from './worker-http';
import { workerMissing } from './worker-missing';
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

/** Why the worker is not there, or is not the right one: the rules in the order in which they are told. */
export const workerRules: readonly Rule[] = [
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
];
