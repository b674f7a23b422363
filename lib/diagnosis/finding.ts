import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
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

/** The links of the chain from the page to the notification, in the order in which each depends on those before it. The value of `data-node`. */
export const nodeIds = [
  'page',
  'sdk',
  'permission',
  'worker',
  'push-service',
  'subscription',
  'token',
  'server',
  'push',
  'notification',
] as const;
export type NodeId = (typeof nodeIds)[number];

/** What is to be done, and by whom: the site's developer, or the person at this browser. */
export interface Advice {
  who: 'site' | 'browser';
  text: Phrase;
}

/** For the site's developer. */
export const forSite = (key: MessageKey, ...values: (Phrase | number)[]): Advice => ({
  who: 'site',
  text: phrase(key, ...values),
});

/** For the person at this browser. */
export const forBrowser = (key: MessageKey, ...values: (Phrase | number)[]): Advice => ({
  who: 'browser',
  text: phrase(key, ...values),
});

/** Something that can be done about a finding from the panel, by the actions that the State and Calls views have. */
export const fixIds = [
  'ask-permission',
  'update-worker',
  'skip-waiting',
  'unregister-worker',
  'unsubscribe',
  'clear-token',
  'init-again',
  'inspect-script',
] as const;
export type FixId = (typeof fixIds)[number];

/** What a rule says of a session: what is wrong, how we know, what to do. */
export interface Diagnosis {
  /** In place of the rule's own title, where a case has one that says more. */
  title?: Phrase;
  /** What the title is about, put behind a colon: an address, a field, a status. A text is cut to fit. */
  about?: Phrase;
  /** The explanation, a sentence or two, without a browser's or a server's own words: these are evidence. */
  sentence: Phrase;
  /** What proves it: never empty. */
  evidence: readonly Evidence[];
  advice: readonly Advice[];
  /** What can be done about it from the panel. */
  fixes?: readonly FixId[];
  /** Scope of the registration that the fixes are for, where it is not the SDK's own. */
  scope?: string;
  /** In place of the rule's own, where a case is milder. */
  severity?: FindingSeverity;
  /** In place of the rule's own, where a case has a cause of its own. */
  unless?: readonly string[];
  /** True: concluded from what is likely, as nothing that was seen proves it. */
  isGuess?: true;
}

/** A diagnosis with the rule that made it. The value of `data-finding` is its `id`. */
export interface Finding extends Omit<Diagnosis, 'title' | 'about' | 'severity' | 'unless'> {
  /** The rule's file name, `what-is-wrong`. */
  id: string;
  part: FindingPart;
  /** The link of the chain that it is about. */
  node: NodeId;
  severity: FindingSeverity;
  /** One line of at most 90 characters with the fact that matters, without a full stop. */
  title: Phrase;
  /** Documentation of Altcraft or of the platform, https. */
  link: string;
  /** What only follows from it, and goes with it; these have none of their own. */
  consequences?: readonly Finding[];
}
