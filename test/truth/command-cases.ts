import type { PageDiagnosis, Permission } from '../../cli/page-result';
import type { BrowserName } from '../../scripts/find-browser';
import { faults } from '../demo/faults';
import { truthCases } from './cases';
import { readGolden } from './golden';
import { type AnswerKind, judgeCase, type Seen } from './judge-case';
import { replay } from './replay';
import type { TruthCase } from './truth-case';

/** Cases that the command can look at: what somebody has to do in the panel, nobody does there. */
export const commandCases = (browser: BrowserName): readonly TruthCase[] =>
  truthCases.filter(
    ({ fault, moments }) =>
      fault !== undefined &&
      moments.length === 1 &&
      !moments[0]?.does &&
      faults[fault]?.panel === undefined &&
      [undefined, browser].includes(faults[fault]?.only),
  );

/** What the visitor has answered about notifications in a case. */
export const permissionOf = ({ fault }: TruthCase): Permission => {
  const { permission } = faults[fault ?? ''] ?? {};
  return permission === 'prompt' ? 'default' : (permission ?? 'granted');
};

/**
 * What the command finds besides. A document with an opaque origin has none of the site's permissions in Firefox; the panel's recordings are of a Firefox that
 * allows notifications on all sites.
 */
const besides: Partial<Record<BrowserName, Readonly<Record<string, readonly string[]>>>> = {
  firefox: { 'site-data-blocked': ['permission-not-asked'] },
};

/** What the command says of a page, as what the panel says of it is held against what is right. */
export const seenByCommand = (diagnosis: PageDiagnosis | null): Seen => ({
  verdict: diagnosis?.verdict.id ?? '',
  findings: (diagnosis?.findings ?? []).map(({ id }) => id).sort(),
  isHealthy: (diagnosis?.findings ?? []).every(({ severity }) => severity === 'hint'),
  text: '',
  offers: [],
});

/** How right the command is in a case, and whether it has found what the panel's recording has. */
export const judgeCommand = (
  browser: BrowserName,
  { id, kind, moments: [right] }: TruthCase,
  seen: Seen,
): { answer: AnswerKind; isSame: boolean; panel: readonly string[] | undefined } => {
  const more = besides[browser]?.[id] ?? [];
  const wanted = { verdict: 'unknown' as const, ...right };
  const golden = readGolden(browser, id);
  const panel = golden && replay(golden.text).findings;
  const shared = seen.findings.filter((each) => !more.includes(each));
  return {
    answer: judgeCase({ ...wanted, says: [], may: [...(wanted.may ?? []), ...more] }, seen, kind),
    isSame: panel === undefined || panel.join() === shared.join(),
    panel,
  };
};
