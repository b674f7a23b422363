import { firebaseDefaultKey } from '../akpush/firebase-default-key';
import { tokenKind } from '../akpush/token-kind';
import type { PageFacts } from '../facts/page-facts';
import type { DeliveryMethod } from '../model/entry';
import { type Phrase, phrase } from '../model/phrase';
import { pushWayOrder } from './push-way-order';

/** A way to deliver, and why it cannot be used now. */
export interface OfferedWay {
  way: DeliveryMethod;
  /** Empty: it can be used. */
  why: Phrase;
  /** What a user has to know of it. */
  note: Phrase;
}

/** The FCM token that the SDK has cached. */
export const fcmTokenOf = (known: PageFacts | undefined): string | undefined => {
  const token = known?.token?.text;
  return token !== undefined && tokenKind(token) === 'fcm-token' ? token : undefined;
};

/** Why nobody but the push service can send to the page's subscription; empty: who has its keys can. */
const whyNotReal = (known: PageFacts | undefined): Phrase => {
  const subscription = known?.subscription?.value;
  if (!subscription?.p256dh) return phrase('wayNoSubscription');
  const { applicationServerKey: key } = subscription;
  const isFirebases =
    key === firebaseDefaultKey || (key === null && known?.sdk.mode === 'firebase');
  return isFirebases ? phrase('wayRealFirebase') : '';
};

const whyNotFirebase = (known: PageFacts | undefined): Phrase => {
  if (!fcmTokenOf(known)) return phrase('wayFirebaseNoToken');
  return known?.own?.active ? '' : phrase('wayNoWorker');
};

/** The ways to deliver, in the order in which they are best. `canEnter`: whether the browser lets the extension into a worker. */
export const offerWays = (known: PageFacts | undefined, canEnter: boolean): OfferedWay[] => {
  const active = known?.own?.active;
  const permission = known?.state.permission.notification;
  const why: Record<DeliveryMethod, Phrase> = {
    worker: !canEnter ? phrase('wayWorkerNever') : active ? '' : phrase('wayNoWorker'),
    real: whyNotReal(known),
    firebase: whyNotFirebase(known),
    foreground: known ? '' : phrase('wayNoPage'),
    notification: !active
      ? phrase('wayNoWorker')
      : permission === 'granted'
        ? ''
        : phrase('wayNoPermission'),
  };
  const note: Record<DeliveryMethod, Phrase> = {
    worker: phrase('wayWorkerNote'),
    real: known?.subscription?.isOfPage ? phrase('wayStandIn') : phrase('wayRealNote'),
    firebase: phrase('wayFirebaseNote'),
    foreground:
      known?.sdk.mode === 'firebase' ? phrase('wayForegroundNote') : phrase('wayForegroundOther'),
    notification: phrase('wayNotificationNote'),
  };
  return pushWayOrder.map((way) => ({ way, why: why[way], note: note[way] }));
};

/** The best way that can be used; `undefined` when none can. */
export const bestWay = (
  ways: readonly OfferedWay[],
  known: PageFacts | undefined,
): DeliveryMethod | undefined =>
  ways.find(
    // In other modes than Firebase's the SDK does not listen to it.
    ({ way, why }) => why === '' && (way !== 'foreground' || known?.sdk.mode === 'firebase'),
  )?.way;
