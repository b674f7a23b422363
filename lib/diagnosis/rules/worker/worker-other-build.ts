import { workerContainerIdOf } from '../../../akpush/container-id';
import { joinedBy, type Phrase, phrase, sentences } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import type { Evidence } from '../../../outcome/outcome';
import { maskSecret } from '../../../text/mask-secret';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { goodReportOf } from '../../script-report-of';

/** Something that page and worker say differently. */
interface Difference {
  what: Phrase;
  page: string;
  worker: string;
  mask?: true;
}

const hostOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;

/** The worker was built for another resource, server or push mode than the page. */
export const workerOtherBuild: Rule = {
  id: 'worker-other-build',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerOtherBuild',
  passed: 'passedWorkerOtherBuild',
  needs: ['script-text', 'config'],
  link: sdkGuide,
  unless: [
    'config-incomplete',
    'config-placeholder',
    'config-address',
    'two-sdks',
    'worker-no-push',
  ],
  find(input) {
    const { known } = input;
    const report = goodReportOf(input);
    if (!known || !report) return null;
    const { container, config, browser, mode } = known.sdk;
    const { marks, imports } = report;
    const ids = imports.flatMap(({ url }) => workerContainerIdOf(url) ?? []);
    const isImported = ids.some(
      ({ account, resource }) => account === container?.account && resource === container.resource,
    );
    const imported = isImported ? undefined : ids[0];
    const isFirebase = browser !== undefined && marks?.firebase.includes(browser);
    const isPull = browser !== undefined && marks?.pull.includes(browser);
    const all: (Difference | undefined | false | null | '')[] = [
      container &&
        imported && {
          what: phrase('buildResource'),
          page: `${container.raw} (${container.account}|${container.resource})`,
          worker: `${imported.raw} (${imported.account}|${imported.resource})`,
        },
      config?.resourceToken &&
        marks?.resourceToken && {
          what: 'resourceToken',
          page: config.resourceToken,
          worker: marks.resourceToken,
          mask: true,
        },
      hostOf(config?.serverURL) !== undefined &&
        marks?.host && {
          what: phrase('buildServer'),
          page: hostOf(config?.serverURL) ?? '',
          worker: hostOf(`https://${marks.host}`) ?? marks.host,
        },
      mode !== undefined &&
        (isFirebase || isPull) && {
          what: phrase('buildMode'),
          page: mode === 'firebase' ? 'firebase' : 'pull',
          worker: isFirebase ? 'firebase' : 'pull',
        },
    ];
    const found = all.filter((each): each is Difference => !!each && each.page !== each.worker);
    if (found.length === 0) return null;
    const shown = ({ page, worker, mask }: Difference): [string, string] =>
      mask ? [maskSecret(page), maskSecret(worker)] : [page, worker];
    return {
      sentence: sentences(
        ...found.map((each) => phrase('findOtherBuild', each.what, ...shown(each))),
      ),
      evidence: [
        ...found.flatMap((each): Evidence[] => {
          const [page, worker] = shown(each);
          return [
            fact(joinedBy(', ', each.what, phrase('buildPage')), page),
            fact(joinedBy(', ', each.what, phrase('buildWorker')), worker),
          ];
        }),
        fact(phrase('buildWorker'), report.url),
      ],
      advice: [forSite('adviceOtherBuild')],
      // Firebase's pushes bring all that is shown.
      ...(mode === 'firebase' && !isPull && { severity: 'warning' as const }),
    };
  },
};
