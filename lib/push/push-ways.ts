import { message } from '../i18n/message';
import type { PushWay } from '../protocol';
import type { Known } from '../state/known';
import { pushWays } from './push-way';

/** A way to deliver, and why it cannot be used now. */
export interface OfferedWay {
  way: PushWay;
  /** Empty: it can be used. */
  why: string;
  /** What a user has to know of it. */
  note: string;
}

/** The ways to deliver, in the order in which they are best. `canEnter`: whether the browser lets the extension into a worker. */
export const offerWays = (known: Known | undefined, canEnter: boolean): OfferedWay[] => {
  const active = known?.own?.active;
  const permission = known?.state.permission.notification;
  const why: Record<PushWay, string> = {
    worker: !canEnter ? message('wayWorkerNever') : active ? '' : message('wayNoWorker'),
    real: known?.subscription?.value.p256dh ? '' : message('wayNoSubscription'),
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
    foreground:
      known?.sdk.mode === 'firebase' ? message('wayForegroundNote') : message('wayForegroundOther'),
    notification: message('wayNotificationNote'),
  };
  return pushWays.map((way) => ({ way, why: why[way], note: note[way] }));
};

/** The best way that can be used; `undefined` when none can. */
export const bestWay = (
  ways: readonly OfferedWay[],
  known: Known | undefined,
): PushWay | undefined =>
  ways.find(
    // In other modes than Firebase's the SDK does not listen to it.
    ({ way, why }) => why === '' && (way !== 'foreground' || known?.sdk.mode === 'firebase'),
  )?.way;
