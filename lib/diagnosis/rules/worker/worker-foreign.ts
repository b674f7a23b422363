import { importVendor, workerVendor } from '../../../akpush/worker-vendor';
import { newestWorker } from '../../../facts/newest-worker';
import { joinedBy, phrase, sentences } from '../../../model/phrase';
import type { ImportReport } from '../../../model/script-report';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import type { DiagnosisInput } from '../../diagnosis-input';
import { type Diagnosis, forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import { placeOf } from '../../place-of';
import { actsAsAltcraft } from '../../push-handled';
import type { Rule } from '../../rule';
import { scopeHistory } from '../../scope-history';
import { goodReportOf, handlesPush, isSdkScript } from '../../script-report-of';
import { sdkScope } from '../../sdk-scope';
import { titleAddress } from '../../title';
import { lastUnsubscribe } from '../../who-ended';

/** Build tools' own programs: a worker that loads one may have anything else in it. */
const isTool = (vendor: string | null): boolean => vendor === 'Workbox' || vendor === 'Angular';

/** Whether an import is there: of one that did not come another rule tells. */
const hasCome = ({ answer }: ImportReport): boolean => 'ok' in answer && answer.ok < 400;

/**
 * The program at the SDK's own path, under the SDK's own address, that handles pushes and has nothing of Altcraft's in its texts: a guess. Nothing is said of a
 * script of which a part was not read, but a vendor's library, which is known by its address.
 */
const strangerAtPath = (input: DiagnosisInput): Diagnosis | null => {
  const report = goodReportOf(input);
  if (!report?.marks || isSdkScript(report) || report.hasUnseenImports) return null;
  const { imports, marks, url } = report;
  const unread = imports.filter(({ hasPushHandler }) => hasPushHandler === undefined);
  const isKnown = unread.every((each) => {
    const vendor = importVendor(each.url);
    return hasCome(each) && vendor !== null && !isTool(vendor);
  });
  if (!isKnown || (unread.length === 0 && handlesPush(report) !== true)) return null;
  // Whoever acts as Altcraft's worker does is taken for it, whatever became of its text.
  if (actsAsAltcraft(input)) return null;
  const vendor = imports.map((each) => importVendor(each.url)).find(Boolean) ?? marks.program;
  const { pathname } = new URL(url);
  return {
    title: phrase('ruleWorkerNoPush'),
    about: vendor && vendor !== 'page' ? vendor : pathname,
    sentence: phrase('findStrangerAtPath', pathname),
    evidence: [
      fact(url, `HTTP ${report.httpStatus}, ${report.mime}`),
      ...imports.map((each) => fact('importScripts', each.url)),
    ],
    advice: [forSite('adviceNoPush'), forSite('adviceOtherProgram')],
    severity: 'warning',
    isGuess: true,
  };
};

/** Another worker sits where the SDK's own belongs: whichever was registered last has the scope, or its file lies at the SDK's path. */
export const workerForeign: Rule = {
  id: 'worker-foreign',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerForeign',
  passed: 'passedWorkerForeign',
  needs: ['worker'],
  link: sdkGuide,
  unless: [
    'worker-never-found',
    'config-placeholder',
    'config-address',
    'worker-alternates',
    'worker-no-push',
  ],
  find(input) {
    const { page, known } = input;
    if (!page.sdk || !known || 'failed' in known.state.workers) return null;
    if (known.own) return strangerAtPath(input);
    const scope = sdkScope(input);
    const there = known.state.workers.ok.registrations.find((each) => each.scope === scope);
    const script = there && newestWorker(there)?.scriptURL;
    if (!script || scope === undefined) return null;
    const isNear = new URL(script).pathname.endsWith('/service-worker.js');
    // Its own file without `browser=` is told by another rule.
    if (isNear) return null;
    const vendor = workerVendor(script);
    const by = scopeHistory(input, scope).findLast(
      (each) => each.script === script && each.entry?.name === 'register',
    )?.entry;
    const ended = lastUnsubscribe(input);
    const registrar = by && placeOf(by);
    const ender = ended && placeOf(ended);
    return {
      about: vendor ?? titleAddress(script, page.url),
      sentence: sentences(
        vendor ? phrase('findForeignVendor', vendor) : phrase('findForeign'),
        ...(registrar ? [phrase('findRegisteredBy', vendor ?? script, registrar)] : []),
        ...(ender ? [phrase('findUnsubscribedBy', ender)] : []),
      ),
      evidence: [...byEntries(by, ended), fact(joinedBy(' ', phrase('factScope'), scope), script)],
      advice: [forSite('adviceForeign')],
    };
  },
};
