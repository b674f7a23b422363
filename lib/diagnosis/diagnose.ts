import { phrase } from '../model/phrase';
import type { Evidence } from '../outcome/outcome';
import { withoutMore } from '../outcome/without-more';
import { askNeeds, type Check, checkOf, type Examined, isExcluded } from './check';
import type { DiagnosisInput } from './diagnosis-input';
import {
  type Finding,
  type FindingSeverity,
  findingParts,
  findingSeverities,
  nodeIds,
} from './finding';
import { fixAction } from './fix-action';
import type { Rule } from './rule';
import { rules as allRules } from './rules';
import { titleOf } from './title';

const rank = ({ severity, part }: Finding): number =>
  findingSeverities.indexOf(severity) * findingParts.length + findingParts.indexOf(part);

const withoutDoubles = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const seen = new Set<string>();
  return evidence.filter((each) => {
    const text = JSON.stringify(each);
    return !seen.has(text) && seen.add(text);
  });
};

/** What a rule has found, and of which rules that follows. */
interface Found {
  finding: Finding | null;
  unless?: Rule['unless'];
}

const findBy = (rule: Rule, input: DiagnosisInput): Found => {
  const { id, part, link } = rule;
  const { known } = input;
  const said = isExcluded(rule, input) ? null : rule.find(input);
  if (!said || said.evidence.length === 0) return { finding: null };
  const { unless = rule.unless, title, about, ...found } = said;
  const finding = {
    ...found,
    title: titleOf(title ?? phrase(rule.title), about),
    evidence: withoutMore(withoutDoubles(found.evidence)),
    id,
    part,
    node: rule.node ?? part,
    link,
    severity: found.severity ?? rule.severity,
    ...(found.fixes && {
      fixes: found.fixes.filter((fix) => known && fixAction(fix, found, known) !== undefined),
    }),
  };
  return { finding, ...(unless && { unless }) };
};

/** What a rule comes to; one that fails says so, and costs the others nothing: what a page says can be odd in ways that nobody has thought of. */
const ask = (rule: Rule, input: DiagnosisInput): Examined & Found => {
  try {
    const found = findBy(rule, input);
    return { rule, ...found, isFound: found.finding !== null };
  } catch (error) {
    return { rule, finding: null, isFound: false, error: String(error).slice(0, 200) };
  }
};

/** What only follows from a cause weighs no more than that. */
const milder = (...all: FindingSeverity[]): FindingSeverity =>
  findingSeverities.findLast((each) => all.includes(each)) ?? 'hint';

/** Puts what follows from a finding under it. `found`: worst first. */
const underCauses = (
  found: readonly Finding[],
  unlessOf: ReadonlyMap<string, Rule['unless']>,
): Finding[] => {
  const causeOf = (finding: Finding): Finding | undefined => {
    const unless = unlessOf.get(finding.id);
    const isCause = ({ id, severity, node }: Finding): boolean => {
      if (!unless || id === finding.id) return false;
      if (severity === 'error' && (unless === 'error' || unless.includes('error'))) return true;
      const isEarlier = nodeIds.indexOf(node) < nodeIds.indexOf(finding.node);
      if (severity === 'error' && isEarlier && unless.includes('earlier-error')) return true;
      return unless.includes(id);
    };
    return found.find(isCause);
  };
  const rootOf = (finding: Finding): Finding => {
    const seen = [finding];
    for (let root = finding; ; ) {
      const cause = causeOf(root);
      if (!cause) return root;
      // Of rules that name each other the worst one is the cause.
      if (seen.includes(cause)) {
        const circle = seen.slice(seen.indexOf(cause));
        return found.find((each) => circle.includes(each)) ?? root;
      }
      seen.push(cause);
      root = cause;
    }
  };
  const roots = new Map(found.map((finding) => [finding, rootOf(finding)]));
  return found
    .filter((finding) => roots.get(finding) === finding)
    .map((finding) => {
      const consequences = found
        .filter((each) => each !== finding && roots.get(each) === finding)
        .map((each) => ({ ...each, severity: milder(each.severity, finding.severity) }));
      return consequences.length > 0 ? { ...finding, consequences } : finding;
    });
};

/** What is wrong in an input, and what each rule has answered. */
export interface Examination {
  /** All causes, each with what follows from it; worst first, then in the order of the chain. */
  findings: Finding[];
  /** The answers of all rules, in their order. */
  checks: Check[];
}

/** Asks all rules. */
export const examine = (input: DiagnosisInput, rules: readonly Rule[] = allRules): Examination => {
  const asked = rules.map((rule) => ask(rule, input));
  const found = asked.flatMap(({ finding }) => finding ?? []).sort((a, b) => rank(a) - rank(b));
  const isSeen = askNeeds(input);
  const unlessOf = new Map(asked.map(({ rule, unless }) => [rule.id, unless]));
  return {
    findings: underCauses(found, unlessOf),
    checks: asked.map((each) => checkOf(each, input, isSeen)),
  };
};

/** The causes that are found in an input. */
export const diagnose = (input: DiagnosisInput, rules: readonly Rule[] = allRules): Finding[] =>
  examine(input, rules).findings;
