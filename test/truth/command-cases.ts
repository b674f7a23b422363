import type { PageDiagnosis, Permission, Scenario } from '../../cli/page-result';
import type { Engine } from '../../lib/diagnosis/engine';
import { brokenPayloads } from '../../lib/push/broken-payloads';
import { type PushForm, payloadOf, templateForm } from '../../lib/push/push-form';
import type { BrowserName } from '../../scripts/find-browser';
import { faults } from '../demo/faults';
import { truthCases } from './cases';
import { readGolden } from './golden';
import { type AnswerKind, judgeCase, type Seen } from './judge-case';
import { replay } from './replay';
import type { TruthCase } from './truth-case';

/** Pages with a fault that is not there in a browser, or that it shows to nobody, and why: the panel finds nothing there either. docs/check.md says it too. */
export const withoutFault: Readonly<Record<BrowserName, Readonly<Record<string, string>>>> = {
  chromium: { 'permission-no-gesture': 'it asks the visitor without a click as well' },
  firefox: {
    'subscribe-no-key': 'it subscribes without a key',
    'worker-unreachable': 'it says no more than of a script that throws, which is `worker-script`',
    'push-handler-threw': 'it lets nobody look into a service worker',
    'click-opens-nothing': 'it lets no program click a notification',
  },
};

/** Pages whose fault the command finds, and no panel: in Firefox a push needs the site's private key, which the command's double does not ask for. */
const foundByCommandAlone: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [],
  firefox: ['push-ack-missing'],
};

/** Cases that the command can look at: all pages with a fault that the browser has. */
export const commandCases = (browser: BrowserName): readonly TruthCase[] =>
  truthCases.filter(
    ({ fault, moments }) =>
      fault !== undefined &&
      moments.length === 1 &&
      !moments[0]?.does &&
      ([undefined, browser].includes(faults[fault]?.only) ||
        foundByCommandAlone[browser].includes(fault)),
  );

/** The scenario in which the command comes upon a case's fault. */
export const scenarioOf = ({ fault }: TruthCase): Scenario =>
  faults[fault ?? '']?.panel === undefined ? 'load' : 'push';

/** What the command is told so that it does what somebody does in the panel: options, and the text of a message. `altcraft`: the address of the Altcraft double. */
export const pushOf = (
  { fault }: TruthCase,
  altcraft: string,
): { options: readonly string[]; message: string | null } => {
  const { variant, broken, fields = {}, panel } = faults[fault ?? ''] ?? {};
  const options = panel === 'send-push-and-click' ? ['--click-notification'] : [];
  if (variant?.mode !== 'safari') return { options, message: null };
  const filled = Object.entries(fields).map(([name, value]) => [
    name,
    value.replace('{altcraft}', altcraft),
  ]);
  const form: PushForm = { ...templateForm, ...Object.fromEntries(filled) };
  const broke = brokenPayloads('safari', form).find(({ id }) => id === broken);
  return { options, message: broke ? broke.payload : payloadOf(form, 'safari') };
};

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

/** The engine by which a browser's sessions are judged. */
export const engineOf = (browser: BrowserName): Engine =>
  browser === 'firefox' ? 'gecko' : 'chromium';

/** How right the command is in a case, and whether it has found what the panel's recording has. */
export const judgeCommand = (
  browser: BrowserName,
  { id, kind, moments: [right] }: TruthCase,
  seen: Seen,
): { answer: AnswerKind; isSame: boolean; panel: readonly string[] | undefined } => {
  const more = besides[browser]?.[id] ?? [];
  const wanted = { verdict: 'unknown' as const, ...right };
  const golden = readGolden(browser, id);
  const panel = golden && replay(golden.text, engineOf(browser)).findings;
  const shared = seen.findings.filter((each) => !more.includes(each));
  return {
    answer: judgeCase({ ...wanted, says: [], may: [...(wanted.may ?? []), ...more] }, seen, kind),
    isSame: panel === undefined || panel.join() === shared.join(),
    panel,
  };
};
