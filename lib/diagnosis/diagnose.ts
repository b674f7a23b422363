import { type Finding, findingParts, findingSeverities } from './finding';
import { rules as allRules } from './rules';
import type { Scene } from './scene';

const rank = ({ severity, part }: Finding): number =>
  findingSeverities.indexOf(severity) * findingParts.length + findingParts.indexOf(part);

/** All that is wrong in a scene, worst first, then in the order of the chain. A rule that fails says nothing. */
export const diagnose = (scene: Scene, rules = allRules): Finding[] =>
  rules
    .flatMap(({ id, part, link, find }): Finding[] => {
      try {
        const found = find(scene);
        return found && found.evidence.length > 0 ? [{ ...found, id, part, link }] : [];
      } catch {
        // What a page says can be odd in ways that nobody has thought of.
        return [];
      }
    })
    .sort((a, b) => rank(a) - rank(b));
