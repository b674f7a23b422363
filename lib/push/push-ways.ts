import { firebaseDefaultKey } from '../akpush/firebase-default-key';
import { tokenKind } from '../akpush/token-kind';
import type { PageFacts } from '../facts/page-facts';
import { message } from '../i18n/message';
import type { PushWay } from '../model/entry';
import { pushWays } from '../text/push-way';

/** A way to deliver, and why it cannot be used now. */
export interface OfferedWay {
  way: PushWay;
  /** Empty: it can be used. */
  why: string;
  /** What a user has to know of it. */
  note: string;
}

/** The FCM token that the SDK has cached. */
export const fcmTokenOf = (known: PageFacts | undefined): string | undefined => {
  const token = known?.token?.text;
  return token !== undefined && tokenKind(token) === 'fcm-token' ? token : undefined;
};

/** Why nobody but the push service can send to the page's subscription; empty: who has its keys can. */
const whyNotReal = (known: PageFacts | undefined): string => {
  const subscription = known?.subscription?.value;
  if (!subscription?.p256dh) return message('wayNoSubscription');
  const { applicationServerKey: key } = subscription;
  const isFirebases =
    key === firebaseDefaultKey || (key === null && known?.sdk.mode === 'firebase');
  return isFirebases ? message('wayRealFirebase') : '';
};

const whyNotFirebase = (known: PageFacts | undefined): string => {
  if (!fcmTokenOf(known)) return message('wayFirebaseNoToken');
  return known?.own?.active ? '' : message('wayNoWorker');
};

/** The ways to deliver, in the order in which they are best. `canEnter`: whether the browser lets the extension into a worker. */
export const offerWays = (known: PageFacts | undefined, canEnter: boolean): OfferedWay[] => {
  const active = known?.own?.active;
  const permission = known?.state.permission.notification;
  const why: Record<PushWay, string> = {
    worker: !canEnter ? message('wayWorkerNever') : active ? '' : message('wayNoWorker'),
    real: whyNotReal(known),
    firebase: whyNotFirebase(known),
    foreground: known ? '' : message('wayNoPage'),
    notification: !active
      ? message('wayNoWorker')
      : permission === 'granted'
        ? ''
        : message('wayNoPermission'),
  };
  const note: Record<PushWay, string> = {
    worker: message('wayWorkerNote'),
    real: known?.subscription?.isOfPage ? message('wayStandIn') : message('wayRealNote'),
    firebase: message('wayFirebaseNote'),
    foreground:
      known?.sdk.mode === 'firebase' ? message('wayForegroundNote') : message('wayForegroundOther'),
    notification: message('wayNotificationNote'),
  };
  return pushWays.map((way) => ({ way, why: why[way], note: note[way] }));
};

/** The best way that can be used; `undefined` when none can. */
export const bestWay = (
  ways: readonly OfferedWay[],
  known: PageFacts | undefined,
): PushWay | undefined =>
  ways.find(
    // In other modes than Firebase's the SDK does not listen to it.
    ({ way, why }) => why === '' && (way !== 'foreground' || known?.sdk.mode === 'firebase'),
  )?.way;
