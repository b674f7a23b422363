import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { heldSince } from '../../held-since';
import type { Rule } from '../../rule';

/** Longer than this no healthy worker installs or activates, milliseconds. */
const long = 10_000;

/** The worker's `install` or `activate` does not end: what it gave `waitUntil` is not done. */
export const workerStuck: Rule = {
  id: 'worker-stuck',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerStuck',
  passed: 'passedWorkerStuck',
  needs: ['worker'],
  link: 'https://developer.mozilla.org/docs/Web/API/ExtendableEvent/waitUntil',
  find({ known, session, isPast, secondsSince }) {
    const own = known?.own;
    if (!own) return null;
    const isActivating = own.active?.state === 'activating';
    const worker = own.installing ?? (isActivating ? own.active : null);
    if (!worker) return null;
    const { scriptURL, state } = worker;
    const since = heldSince(session, ({ installing, active }) =>
      [installing, active].some((each) => each?.scriptURL === scriptURL && each.state === state),
    );
    if (since === undefined || !isPast(since + long)) return null;
    return {
      title: phrase(own.installing ? 'titleStuckInstall' : 'titleStuckActivate'),
      sentence: phrase('findStuck', state, secondsSince(since)),
      evidence: [fact(state, scriptURL), fact(phrase('evidenceSince'), { moment: since })],
      advice: [forSite(own.installing ? 'adviceStuckInstall' : 'adviceStuckActivate')],
      fixes: ['inspect-script'],
      // The worker of an earlier version still takes pushes.
      ...(own.active?.state === 'activated' && { severity: 'warning' as const }),
    };
  },
};
