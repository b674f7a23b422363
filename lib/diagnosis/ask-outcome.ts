import type { CallEntry } from '../outcome/call-context';
import { byEntries, type Outcome, type OutcomeId } from '../outcome/outcome';
import type { DiagnosisInput } from './diagnosis-input';
import type { Diagnosis, FixId } from './finding';
import type { Rule } from './rule';
import { isSavedAfter } from './saved-after';

interface OutcomeRule extends Omit<Rule, 'find'> {
  /** The outcome that is looked for, and the methods whose last call may have it. */
  outcome: OutcomeId;
  methods: readonly string[];
  fixes?: readonly FixId[];
  /** What it says of a call in other words than the outcome, and what proves it besides. */
  told?(call: CallEntry, outcome: Outcome): Partial<Diagnosis>;
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

type LastCall = NonNullable<ReturnType<DiagnosisInput['lastCall']>>;

/** Outcomes that say nothing any more once a later call, of whatever method, has saved the subscription. */
const superseded: readonly string[] = [
  'permission-dismissed',
  'permission-no-gesture',
  'granted-before',
  'sdk-failed',
  'no-token',
  'token-null',
] satisfies OutcomeId[];

/** Outcomes that a permission which was given since takes back. */
const unanswered: readonly string[] = [
  'permission-dismissed',
  'permission-no-gesture',
] satisfies OutcomeId[];

/** Methods that want what a save does. One that takes something away is not mended by it. */
const saving: readonly string[] = [...subscribing, 'updateSubscription'];

const isOver = (input: DiagnosisInput, { call, outcome: { id } }: LastCall): boolean =>
  (superseded.includes(id) && saving.includes(call.name) && isSavedAfter(input, call)) ||
  (unanswered.includes(id) && input.known?.state.permission.notification === 'granted');

/** The newest of the methods' last calls that had an outcome which still counts. */
const newestWith = (
  input: DiagnosisInput,
  outcomeId: OutcomeId,
  methods: readonly string[],
): LastCall | null =>
  methods
    .flatMap((method) => input.lastCall(method) ?? [])
    .filter((last) => last.outcome.id === outcomeId && !isOver(input, last))
    .sort((a, b) => b.call.order - a.call.order)[0] ?? null;

const inOutcomesWords = ({ call, outcome }: LastCall): Diagnosis => ({
  sentence: outcome.sentence,
  evidence: [
    ...byEntries(call),
    ...outcome.evidence.filter((each) => each.type !== 'entry' || each.key !== call.key),
  ],
  advice: outcome.next ? [{ who: 'site', text: outcome.next }] : [],
  ...(outcome.isGuess && { isGuess: true as const }),
});

/** The newest of the methods' last calls that had an outcome, as a diagnosis in the outcome's own words. */
export const fromOutcome = (
  input: DiagnosisInput,
  outcomeId: OutcomeId,
  methods: readonly string[],
): Diagnosis | null => {
  const found = newestWith(input, outcomeId, methods);
  return found && inOutcomesWords(found);
};

/** A rule that an outcome of a call proves: what became of the last call of each method counts. */
export const outcomeRule = ({ outcome, methods, fixes, told, ...rule }: OutcomeRule): Rule => ({
  ...rule,
  find(input) {
    const found = newestWith(input, outcome, methods);
    if (!found) return null;
    const diagnosis = inOutcomesWords(found);
    const { evidence = [], ...words } = told?.(found.call, found.outcome) ?? {};
    return {
      ...diagnosis,
      ...words,
      evidence: [...diagnosis.evidence, ...evidence],
      ...(fixes && { fixes }),
    };
  },
});
