import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { forBrowser, forSite } from '../finding';
import type { Rule } from '../rule';

/** A new version that waits longer than this has not called `skipWaiting`, milliseconds. */
const long = 2_000;

/** A new version of the worker waits while the old one handles pushes. The SDK's own worker calls `skipWaiting`. */
export const workerWaiting: Rule = {
  id: 'worker-waiting',
  part: 'worker',
  severity: 'warning',
  title: 'ruleWorkerWaiting',
  passed: 'passedWorkerWaiting',
  needs: ['worker-steady'],
  link: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/waiting',
  find({ known, session }) {
    const { waiting, active } = known?.own ?? {};
    if (!waiting || !active) return null;
    const since = session.readings.findLast(
      ({ document, value }) =>
        document !== session.state?.document ||
        !('ok' in value.workers) ||
        !value.workers.ok.registrations.some(
          (each) => each.waiting?.scriptURL === waiting.scriptURL,
        ),
    );
    const first = since
      ? session.readings[session.readings.indexOf(since) + 1]
      : session.readings[0];
    if (!first || (session.state?.readAt ?? 0) - first.from < long) return null;
    return {
      sentence: message('findWaiting'),
      evidence: [fact('waiting', waiting.scriptURL), fact('active', active.scriptURL)],
      advice: [forBrowser('adviceWaitingBrowser'), forSite('adviceWaitingSite')],
      fixes: ['skip-waiting'],
    };
  },
};
