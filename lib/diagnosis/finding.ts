import type { Evidence } from '../outcome/outcome';

/** `error`: no push can arrive, or the profile is not reached; `warning`: something will go wrong or went wrong once; `hint`: worth knowing. */
export const findingSeverities = ['error', 'warning', 'hint'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** The parts of the chain that a finding can be about, in the order in which a push depends on them. */
export const findingParts = [
  'page',
  'permission',
  'worker',
  'subscription',
  'token',
  'server',
  'push',
] as const;
export type FindingPart = (typeof findingParts)[number];

/** What is to be done, and by whom: the site's developer, or the person at this browser. */
export interface Advice {
  who: 'site' | 'browser';
  text: string;
}

/** Something that can be done about a finding from the panel, by the actions that the State and Calls views have. */
export type FixId =
  | 'ask-permission'
  | 'register-worker'
  | 'update-worker'
  | 'resubscribe'
  | 'clear-cache'
  | 'init-again'
  | 'inspect-script';

/** What a rule says of a session: what is wrong, how we know, what to do. */
export interface Diagnosis {
  severity: FindingSeverity;
  /** One line that a QA engineer understands. */
  sentence: string;
  /** What proves it: never empty. */
  evidence: readonly Evidence[];
  advice: readonly Advice[];
  /** What can be done about it from the panel. */
  fixes?: readonly FixId[];
  /** True: concluded from what is likely, as nothing that was seen proves it. */
  isGuess?: true;
}

/** A diagnosis with the rule that made it. The value of `data-finding` is its `id`. */
export interface Finding extends Diagnosis {
  /** The rule's file name, `what-is-wrong`. */
  id: string;
  part: FindingPart;
  /** Documentation of Altcraft or of the platform, https. */
  link: string | undefined;
}
