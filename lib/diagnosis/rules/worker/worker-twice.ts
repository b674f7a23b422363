import { readWorkerUrl } from '../../../akpush/worker-url';
import { newestWorker } from '../../../facts/newest-worker';
import { phrase, sentences } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The SDK's worker is registered for more than one scope: the SDK takes the first, and never looks at the others. */
export const workerTwice: Rule = {
  id: 'worker-twice',
  part: 'worker',
  severity: 'warning',
  title: 'ruleWorkerTwice',
  passed: 'passedWorkerTwice',
  needs: ['worker'],
  link: sdkGuide,
  find({ known }) {
    if (!known?.own || 'failed' in known.state.workers) return null;
    const own = known.state.workers.ok.registrations.filter(
      (each) => readWorkerUrl(newestWorker(each)?.scriptURL ?? '').isOwn,
    );
    if (own.length < 2) return null;
    const subscribed = own.filter(({ subscription }) => 'ok' in subscription && subscription.ok);
    return {
      sentence: sentences(
        phrase('findTwice', own.map(({ scope }) => scope).join(', '), known.own.scope),
        ...(subscribed.length > 1 ? [phrase('findTwiceSubscribed', subscribed.length)] : []),
      ),
      evidence: own.map((each) => fact(each.scope, newestWorker(each)?.scriptURL ?? '')),
      advice: [forSite('adviceTwice', known.own.scope)],
    };
  },
};
