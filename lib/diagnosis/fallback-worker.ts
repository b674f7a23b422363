import { isFirebaseWorker } from '../akpush/is-firebase-worker';
import { newestWorker } from '../facts/newest-worker';
import type { RegistrationState } from '../model/page-state';
import type { DiagnosisInput } from './diagnosis-input';

/** The registration that Firebase's library has made where the SDK's own was refused, when the SDK's subscription is on it. */
export const fallbackWorker = ({ known }: DiagnosisInput): RegistrationState | undefined =>
  known?.own || !known?.subscription || 'failed' in known.state.workers
    ? undefined
    : known.state.workers.ok.registrations.find(
        (each) =>
          each.scope === known.subscription?.scope &&
          isFirebaseWorker(newestWorker(each)?.scriptURL ?? ''),
      );
