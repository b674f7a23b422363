import { joinedBy, type Phrase, phrase } from '../model/phrase';
import { type Condition, type ConditionId, conditions } from './conditions';
import type { DiagnosisInput } from './diagnosis-input';
import type { FindingPart } from './finding';
import type { Need } from './need';
import { defaultNeeds, type NeedId, needs } from './needs';
import type { Rule } from './rule';

/**
 * What a rule answers. `found`: it is so; `passed`: it was looked for and is not so; `not-applicable`: it cannot be so here;
 * `not-known-yet`: what would tell was not seen; `not-seen-here`: it cannot be seen in this page or browser; `failed`: the rule itself
 * threw. The value of `data-answer`.
 */
export const answers = [
  'found',
  'failed',
  'not-known-yet',
  'not-seen-here',
  'passed',
  'not-applicable',
] as const;
export type Answer = (typeof answers)[number];

/** What was asked of a session, and the answer. The value of `data-check` is its `id`. */
export interface Check {
  /** The rule's. */
  id: string;
  part: FindingPart;
  answer: Answer;
  title: Phrase;
  /** What was looked at, why it does not apply, or what would show it. */
  about: Phrase;
}

/** What a rule came to in an input. */
export interface Examined {
  rule: Rule;
  isFound: boolean;
  /** What the rule threw. */
  error?: string | undefined;
}

const needOf = (id: NeedId): Need => needs[id];
const conditionOf = (id: ConditionId): Condition => conditions[id];

/** What a rule needs to have seen; a condition of which nothing is known yet needs the SDK's configuration. */
export const needsOf = ({ needs: own, part }: Rule): readonly NeedId[] => own ?? defaultNeeds[part];

const names = (ids: readonly NeedId[]): Phrase =>
  joinedBy(', ', ...ids.map((id) => phrase(needOf(id).name)));

/** Asks each need of an input once: many rules have the same. */
export const askNeeds = (input: DiagnosisInput): ((id: NeedId) => boolean) => {
  const seen = new Map<NeedId, boolean>();
  return (id) => {
    const isSeen = seen.get(id) ?? needOf(id).isSeen(input);
    seen.set(id, isSeen);
    return isSeen;
  };
};

/** Whether a rule cannot be so in an input. */
export const isExcluded = ({ applies = [] }: Rule, input: DiagnosisInput): boolean =>
  applies.some((each) => conditionOf(each).holds(input) === false);

/** The answer of a rule. */
export const checkOf = (
  { rule, isFound, error }: Examined,
  input: DiagnosisInput,
  isSeen: (id: NeedId) => boolean,
): Check => {
  const { id, part } = rule;
  const asked = phrase(rule.title);
  const say = (answer: Answer, title: Phrase, about: Phrase): Check => ({
    id,
    part,
    answer,
    title,
    about,
  });
  if (error !== undefined) return say('failed', asked, error);
  if (isFound) return say('found', asked, '');
  const held = (rule.applies ?? []).map((each) => [each, conditionOf(each).holds(input)] as const);
  const excluding = held.find(([, holds]) => holds === false);
  if (excluding) return say('not-applicable', asked, phrase(conditionOf(excluding[0]).why));
  const wanted = [
    ...(held.some(([, holds]) => holds === undefined) ? (['config'] as const) : []),
    ...needsOf(rule),
  ];
  const lacked = wanted.filter((each) => !isSeen(each));
  const unseen = lacked.filter((each) => input.unseen.includes(each));
  if (unseen.length > 0) return say('not-seen-here', asked, phrase('checkUnseen', names(unseen)));
  const missing = lacked.map(needOf);
  const hidden = missing.find((need) => need.isHidden?.(input));
  if (hidden) return say('not-seen-here', asked, phrase('checkHidden', phrase(hidden.name)));
  const [first] = missing;
  if (first) return say('not-known-yet', asked, phrase(first.shows));
  return say(
    'passed',
    rule.passed ? phrase(rule.passed) : phrase('checkNotSo', asked),
    phrase('checkLooked', names(wanted)),
  );
};
