import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forBrowser } from '../../finding';
import { permissionGuide } from '../../guides';
import type { Rule } from '../../rule';

const same: Readonly<Record<string, string>> = { default: 'prompt' };

/** The browser's three answers about the permission are not the same. */
export const permissionAnswersDiffer: Rule = {
  id: 'permission-answers-differ',
  part: 'permission',
  severity: 'warning',
  title: 'ruleAnswersDiffer',
  passed: 'passedAnswersDiffer',
  needs: ['permission-query'],
  unless: ['permission-in-frame'],
  applies: ['secure', 'not-private'],
  link: permissionGuide,
  find({ known }) {
    if (!known) return null;
    const { notification, query, secureContext, privateWindow } = known.state.permission;
    if (!secureContext || privateWindow) return null;
    const push = known.own?.pushPermission;
    const answers = [
      ['Notification.permission', notification ?? undefined],
      ['permissions.query', 'ok' in query ? query.ok : undefined],
      ['pushManager.permissionState', push && 'ok' in push ? push.ok : undefined],
    ].filter((answer): answer is [string, string] => answer[1] !== undefined);
    if (new Set(answers.map(([, text]) => same[text] ?? text)).size < 2) return null;
    return {
      sentence: phrase('findAnswersDiffer'),
      evidence: answers.map(([label, text]) => fact(label, text)),
      advice: [forBrowser('adviceAnswersDiffer')],
    };
  },
};
