import { joinedBy } from '../model/phrase';
import { byEntries, type OutcomeId } from '../outcome/outcome';
import type { DiagnosisInput } from './diagnosis-input';
import type { Diagnosis, FixId } from './finding';
import type { Rule } from './rule';

interface OutcomeRule extends Omit<Rule, 'find'> {
  /** The outcome that is looked for, and the methods whose last call may have it. */
  outcome: OutcomeId;
  methods: readonly string[];
  fixes?: readonly FixId[];
}

/** Methods by which a page subscribes. */
export const subscribing = ['initSubscription', 'subscribe'] as const;

/** All methods of the SDK that a page calls. */
export const allMethods = [
  ...subscribing,
  'updateSubscription',
  'suspendSubscription',
  'unsubscribe',
  'removeToken',
  'constructor',
] as const;

/** The newest of the methods' last calls that had an outcome, as a diagnosis in the outcome's own words. */
export const fromOutcome = (
  input: DiagnosisInput,
  outcomeId: OutcomeId,
  methods: readonly string[],
): Diagnosis | null => {
  const found = methods
    .flatMap((method) => input.lastCall(method) ?? [])
    .filter(({ outcome }) => outcome.id === outcomeId)
    .sort((a, b) => b.call.id - a.call.id)[0];
  if (!found) return null;
  const { call, outcome } = found;
  const others = outcome.evidence.filter((each) => each.type !== 'entry' || each.key !== call.key);
  return {
    sentence: joinedBy(': ', call.name, outcome.sentence),
    evidence: [...byEntries(call), ...others],
    advice: outcome.next ? [{ who: 'site', text: outcome.next }] : [],
    ...(outcome.isGuess && { isGuess: true as const }),
  };
};

/** A rule that an outcome of a call proves: what became of the last call of each method counts. */
export const outcomeRule = ({ outcome, methods, fixes, ...rule }: OutcomeRule): Rule => ({
  ...rule,
  find(input) {
    const found = fromOutcome(input, outcome, methods);
    return found && { ...found, ...(fixes && { fixes }) };
  },
});
