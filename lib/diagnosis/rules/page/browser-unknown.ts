import { phrase } from '../../../model/phrase';
import { saidBy } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { readError } from '../../../outcome/read-error';
import { forBrowser } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The SDK's constructor throws `Can't detect browser`. */
export const browserUnknown: Rule = {
  id: 'browser-unknown',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleBrowserUnknown',
  passed: 'passedBrowserUnknown',
  needs: ['config'],
  link: sdkGuide,
  unless: ['browser-emulated'],
  find({ last }) {
    const call = last('call', 'constructor');
    const error = call?.status === 'failed' ? readError(call.detail.error) : undefined;
    if (!error || !/detect browser/i.test(error.message)) return null;
    return {
      sentence: phrase('outcomeBrowserUnknown'),
      evidence: [...byEntries(call), ...saidBy('sdk', error.message)],
      advice: [forBrowser('nextBrowserUnknown')],
    };
  },
};
