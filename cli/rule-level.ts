import { findingSeverities } from '../lib/diagnosis/finding';

/** What a configuration can say of a rule's findings; `off`: they are reported, and count for nothing. */
export const ruleLevels = [...findingSeverities, 'off'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** Levels by the rule's id. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;
