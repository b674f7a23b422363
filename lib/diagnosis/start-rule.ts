import type { MessageKey } from '../model/message-key';
import { whyNotStarted } from './ask-start';
import { sdkGuide } from './guides';
import type { Rule } from './rule';
import type { Cause } from './start-finding';

/** A rule for one of the causes. */
export const startRule = (
  id: Cause,
  title: MessageKey,
  passed: MessageKey,
  severity: Rule['severity'] = 'error',
): Rule => ({
  id,
  part: 'page',
  node: 'sdk',
  severity,
  title,
  passed,
  needs: ['sdk'],
  link: sdkGuide,
  find(input) {
    const why = whyNotStarted(input);
    if (why?.cause !== id) return null;
    const { cause: _, ...diagnosis } = why;
    return diagnosis;
  },
});
