import { type Phrase, phrase } from '../../../model/phrase';
import type { ScriptReport } from '../../../model/script-report';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { pushEventGuide } from '../../guides';
import { actsAsAltcraft } from '../../push-handled';
import type { Rule } from '../../rule';
import { goodReportOf, handlesPush } from '../../script-report-of';

const sentenceOf = ({ isEmpty, marks, url }: ScriptReport): Phrase => {
  const { pathname } = new URL(url);
  if (isEmpty) return phrase('findScriptEmpty', pathname);
  if (marks?.program === 'page') return phrase('findScriptOfPage', pathname);
  if (marks?.program) return phrase('findOtherProgram', pathname, marks.program);
  return phrase('findNoPush', pathname);
};

const causes: readonly string[] = [
  'worker-page-container',
  'worker-never-found',
  'config-placeholder',
  'config-address',
];

/** The file where the SDK looks for its worker is another program, or nothing: neither it nor what it imports listens to pushes. */
export const workerNoPush: Rule = {
  id: 'worker-no-push',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerNoPush',
  passed: 'passedWorkerNoPush',
  needs: ['push-handler'],
  link: pushEventGuide,
  unless: causes,
  find(input) {
    const report = goodReportOf(input);
    if (!input.page.sdk || !report || handlesPush(report) !== false) return null;
    const isSure = report.isEmpty || report.marks?.program;
    if (!isSure && actsAsAltcraft(input)) return null;
    return {
      about: new URL(report.url).pathname,
      sentence: sentenceOf(report),
      evidence: [
        fact(report.url, phrase('evidenceNoPush', report.size)),
        ...report.imports.map(({ url }) => fact('importScripts', url)),
      ],
      advice: [forSite('adviceNoPush'), forSite('adviceOtherProgram')],
      // A script that has ended by an error has not come to its handlers.
      ...(!isSure && { isGuess: true as const, unless: [...causes, 'worker-script'] }),
    };
  },
};
