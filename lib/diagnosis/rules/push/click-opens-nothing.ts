import { phrase } from '../../../model/phrase';
import { entriesOf } from '../../../outcome/call-context';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import type { DiagnosisInput } from '../../diagnosis-input';
import { type Diagnosis, forSite } from '../../finding';
import type { Rule } from '../../rule';
import { goodReportOf } from '../../script-report-of';

/**
 * Where clicks are not seen (Firefox): a notification that has gone, nobody knows how, and a listener in the worker that keeps clicks from the
 * SDK's.
 */
const swallowed = (input: DiagnosisInput): Diagnosis | null => {
  const gone = input.last('worker-step', 'gone');
  const report = goodReportOf(input);
  if (!gone || !report?.stopsClicks) return null;
  return {
    severity: 'hint',
    title: phrase('titleClickSwallowed'),
    sentence: phrase('findClickSwallowed'),
    evidence: [...byEntries(gone), fact(report.url, 'notificationclick, stopImmediatePropagation')],
    advice: [forSite('adviceClickSwallowed')],
    isGuess: true,
  };
};

/** A click on the notification opens nothing: no click link, no handler, or one that lets the SDK's hear nothing. */
export const clickOpensNothing: Rule = {
  id: 'click-opens-nothing',
  part: 'push',
  node: 'notification',
  severity: 'warning',
  title: 'ruleClickOpensNothing',
  passed: 'passedClickOpensNothing',
  needs: ['click'],
  link: 'https://developer.mozilla.org/docs/Web/API/Clients/openWindow',
  find(input) {
    const click = input.pushes().find(({ push }) => push.name === 'notificationclick');
    if (!click) return swallowed(input);
    if (click.push.status === 'pending' || click.push.status === 'failed') return null;
    if (entriesOf(click.steps, 'worker-step', 'openWindow', 'focus', 'navigate').length > 0)
      return null;
    return {
      sentence: phrase('findClickNothing'),
      evidence: byEntries(click.push),
      advice: [forSite('adviceClickNothing')],
    };
  },
};
