import type { Evidence } from '../outcome/outcome';
import { withoutMore } from '../outcome/without-more';
import { askNeeds, type Check, checkOf, type Examined, isExcluded } from './check';
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
import type { Scene } from './scene';

const rank = ({ severity, part }: Finding): number =>
  findingSeverities.indexOf(severity) * findingParts.length + findingParts.indexOf(part);

const withoutDoubles = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const seen = new Set<string>();
  return evidence.filter((each) => {
    const text = JSON.stringify(each);
    return !seen.has(text) && seen.add(text);
  });
};

const findBy = (rule: Rule, scene: Scene): Finding | null => {
  const { id, part, link } = rule;
  const { known } = scene;
  const found = isExcluded(rule, scene) ? null : rule.find(scene);
  if (!found || found.evidence.length === 0) return null;
  return {
    ...found,
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
};

/** What a rule comes to; one that fails says so, and costs the others nothing: what a page says can be odd in ways that nobody has thought of. */
const ask = (rule: Rule, scene: Scene): Examined & { finding: Finding | null } => {
  try {
    const finding = findBy(rule, scene);
    return { rule, finding, isFound: finding !== null };
  } catch (error) {
    return { rule, finding: null, isFound: false, error: String(error).slice(0, 200) };
  }
};

/** What only follows from a cause weighs no more than that. */
const milder = (...all: FindingSeverity[]): FindingSeverity =>
  findingSeverities.findLast((each) => all.includes(each)) ?? 'hint';

/** Puts what follows from a finding under it. `found`: worst first. */
const underCauses = (found: readonly Finding[], rules: readonly Rule[]): Finding[] => {
  const unlessOf = new Map(rules.map(({ id, unless }) => [id, unless]));
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

/** What is wrong in a scene, and what each rule has answered. */
export interface Examination {
  /** All causes, each with what follows from it; worst first, then in the order of the chain. */
  findings: Finding[];
  /** The answers of all rules, in their order. */
  checks: Check[];
}

/** Asks all rules. */
export const examine = (scene: Scene, rules: readonly Rule[] = allRules): Examination => {
  const asked = rules.map((rule) => ask(rule, scene));
  const found = asked.flatMap(({ finding }) => finding ?? []).sort((a, b) => rank(a) - rank(b));
  const isSeen = askNeeds(scene);
  return {
    findings: underCauses(found, rules),
    checks: asked.map((each) => checkOf(each, scene, isSeen)),
  };
};

/** The causes that are found in a scene. */
export const diagnose = (scene: Scene, rules: readonly Rule[] = allRules): Finding[] =>
  examine(scene, rules).findings;
