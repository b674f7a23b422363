import { phrase } from '../../../model/phrase';
import { byEntries } from '../../../outcome/outcome';
import { forBrowser, forSite } from '../../finding';
import { permissionGuide } from '../../guides';
import type { Rule } from '../../rule';

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
  find({ last, known, engine, isPast }) {
    // Without Firebase it is `subscribe` that asks.
    const isOpen = known?.state.permission.notification === 'default';
    const asking = [last('permission'), isOpen ? last('subscription', 'subscribe') : undefined];
    const asked = asking.find((each) => each?.status === 'pending');
    if (!known || !asked || !isPast(asked.time + long)) return null;
    return {
      sentence: phrase('findNoAnswer'),
      evidence: byEntries(asked),
      advice: [
        forBrowser('adviceNoAnswerBrowser'),
        // Of these prompts Chrome keeps the account.
        ...(engine === 'chromium' ? [forSite('adviceNoAnswerSite')] : []),
      ],
      isGuess: true,
    };
  },
};
