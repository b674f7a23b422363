import type { RegistrationState, WorkerState } from '../model/page-state';

/** The newest worker of a registration. */
export const newestWorker = (registration: RegistrationState): WorkerState | null =>
  registration.installing ?? registration.waiting ?? registration.active;
