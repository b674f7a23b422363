import type { CheckOptions } from '../check-options';
import { type KnownFinding, knownKey, toKnown } from '../known-finding';
import type { CheckReport } from '../page-result';

const inOrder = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/**
 * The file that makes what was found known. Of what was known before, that stays of which this run says nothing: pages that were not checked, and
 * what their rules could not tell.
 */
export const toBaseline = (
  { pages, gone }: CheckReport,
  { baseline }: Pick<CheckOptions, 'baseline'>,
): string => {
  const over = new Set(gone.map(knownKey));
  const found = pages
    .filter(({ problem }) => problem === null)
    .flatMap((page) => (page.diagnosis?.findings ?? []).map(({ id }) => toKnown(page, id)));
  const all = new Map<string, KnownFinding>();
  for (const each of [...baseline, ...found]) all.set(knownKey(each), each);
  const findings = [...all]
    .filter(([key]) => !over.has(key))
    .sort(([one], [other]) => inOrder(one, other))
    .map(([, each]) => each);
  const file = { format: 'akpush-inspector-baseline', version: 1, findings };
  return `${JSON.stringify(file, null, 2)}\n`;
};
