import type { Evidence } from '../outcome/outcome';
import { withoutMore } from '../outcome/without-more';
import { type Finding, findingParts, findingSeverities } from './finding';
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

/** What a rule finds; one that fails says nothing. */
const findBy = (rule: Rule, scene: Scene): Finding | null => {
  const { id, part, link } = rule;
  try {
    const found = rule.find(scene);
    if (!found || found.evidence.length === 0) return null;
    return {
      ...found,
      evidence: withoutMore(withoutDoubles(found.evidence)),
      id,
      part,
      node: rule.node ?? part,
      link,
      severity: found.severity ?? rule.severity,
    };
  } catch {
    // What a page says can be odd in ways that nobody has thought of.
    return null;
  }
};

/** All causes that are found in a scene, without what only follows from them, worst first, then in the order of the chain. */
export const diagnose = (scene: Scene, rules: readonly Rule[] = allRules): Finding[] => {
  const all = rules.flatMap((rule) => {
    const finding = findBy(rule, scene);
    return finding ? [{ finding, unless: rule.unless }] : [];
  });
  const follows = ({ finding, unless }: (typeof all)[number]): boolean =>
    all.some(({ finding: other }) =>
      unless === 'error'
        ? other.severity === 'error' && other.id !== finding.id
        : unless?.includes(other.id),
    );
  return all
    .filter((each) => !follows(each))
    .map(({ finding }) => finding)
    .sort((a, b) => rank(a) - rank(b));
};
