import { message } from '../../i18n/message';
import { byEntries } from '../../outcome/outcome';
import { forBrowser, forSite } from '../finding';
import { permissionGuide } from '../guides';
import type { Rule } from '../rule';

/** Longer than people take who see a prompt, milliseconds. */
const long = 10_000;

/** The permission was asked for, and there is no answer: nobody looks, or the browser shows no more than a crossed bell. */
export const permissionNoAnswer: Rule = {
  id: 'permission-no-answer',
  part: 'permission',
  severity: 'warning',
  title: 'ruleNoAnswer',
  passed: 'passedNoAnswer',
  needs: ['answered'],
  link: permissionGuide,
  find({ session, last, known }) {
    const asked = last('permission');
    if (!known || asked?.status !== 'pending' || (session.state?.readAt ?? 0) - asked.time < long)
      return null;
    return {
      sentence: message('findNoAnswer'),
      evidence: byEntries(asked),
      advice: [forBrowser('adviceNoAnswerBrowser'), forSite('adviceNoAnswerSite')],
      isGuess: true,
    };
  },
};
