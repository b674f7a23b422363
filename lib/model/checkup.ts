import type { Phrase } from './phrase';
import type { EpochMs } from './time';

/** The steps of a checkup, in their order. */
export const checkupSteps = [
  'sdk',
  'script',
  'permission',
  'clear',
  'init',
  'event',
  'worker',
  'token',
  'update',
  'suspend',
  'remove',
  'again',
  'push',
  'restore',
] as const;
export type CheckupStepId = (typeof checkupSteps)[number];

/** Steps that may be left out: they change what the server has, take the token away for a moment, or show a notification. */
export const optionalSteps = ['update', 'suspend', 'remove', 'push'] as const;

/** `note`: as it should be, with something to know; `skipped`: left out, or pointless after a failure. */
export type StepStatus = 'waiting' | 'running' | 'passed' | 'note' | 'failed' | 'skipped';

/** A step and what came of it. */
export interface CheckupStep {
  id: CheckupStepId;
  status: StepStatus;
  /** What was found, in one line; empty while nothing is. */
  text: Phrase;
  /** Milliseconds. */
  took: number | undefined;
  /** Keys of the entries that show it. */
  evidence: readonly string[];
}

/** All steps before any of them is done. */
export const plannedSteps: readonly CheckupStep[] = checkupSteps.map((id) => ({
  id,
  status: 'waiting',
  text: '',
  took: undefined,
  evidence: [],
}));

/** A checkup, running or ended. */
export interface Checkup {
  url: string;
  /** When it began, milliseconds since the epoch. */
  begun: EpochMs;
  steps: readonly CheckupStep[];
  isEnded: boolean;
}

/** Whether all that was tried is as it should be; `undefined` while it runs. */
export const verdictOf = ({ steps, isEnded }: Checkup): 'passed' | 'failed' | undefined => {
  if (!isEnded) return undefined;
  return steps.some(({ status }) => status === 'failed') ? 'failed' : 'passed';
};
