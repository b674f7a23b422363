import type { MadeStep } from '../model/entry';

/**
 * Whether what was asked for failed, by its steps. A notification that was shown without its icon was shown, and no browser opens a window for a
 * click that is none: the outcome says both. `isReal`: a user has clicked, or a push has come, so that a window may be opened.
 */
export const hasFailed = (name: string, steps: readonly MadeStep[], isReal: boolean): boolean => {
  const isShown = steps.some((step) => step.name === 'showNotification' && step.status === 'ok');
  return steps.some(
    (step) =>
      step.status === 'failed' &&
      !(isShown && step.kind === 'request') &&
      !(!isReal && name === 'notificationclick' && step.name === 'openWindow'),
  );
};
