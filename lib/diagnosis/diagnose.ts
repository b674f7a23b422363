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

/** All that is wrong in a scene, worst first, then in the order of the chain. A rule that fails says nothing. */
export const diagnose = (scene: Scene, rules: readonly Rule[] = allRules): Finding[] =>
  rules
    .flatMap((rule): Finding[] => {
      const { id, part, link } = rule;
      try {
        const found = rule.find(scene);
        if (!found || found.evidence.length === 0) return [];
        return [
          {
            ...found,
            evidence: withoutMore(withoutDoubles(found.evidence)),
            id,
            part,
            node: rule.node ?? part,
            link,
            severity: found.severity ?? rule.severity,
          },
        ];
      } catch {
        // What a page says can be odd in ways that nobody has thought of.
        return [];
      }
    })
    .sort((a, b) => rank(a) - rank(b));
