import { type Finding, findingParts } from '../../lib/diagnosis/finding';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import { partLabels } from './part-labels';

const counted = [
  ['error', 'mutedErrors'],
  ['warning', 'mutedWarnings'],
] as const;

/** How many errors and warnings a verdict is made of that nobody sees here, and what they are about. `findings`: those that are muted. */
export function MutedNote({ findings }: { findings: readonly Finding[] }) {
  const said = counted.flatMap(([severity, key]) => {
    const of = findings.filter((each) => each.severity === severity);
    const parts = findingParts.filter((part) => of.some((each) => each.part === part));
    return of.length > 0
      ? [plural(key, of.length, parts.map((part) => message(partLabels[part])).join(', '))]
      : [];
  });
  return said.length > 0 ? (
    <p class="none muted-note" data-muted-count={findings.length}>
      {said.join(' · ')}
    </p>
  ) : null;
}
