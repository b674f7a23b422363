import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

/** Two builds or containers of the SDK on one page: the second finds `AKPush` set and leaves it. */
export const twoSdks: Rule = {
  id: 'two-sdks',
  part: 'page',
  node: 'sdk',
  severity: 'warning',
  title: 'ruleTwoSdks',
  passed: 'passedTwoSdks',
  needs: ['sdk', 'loaded'],
  link: sdkGuide,
  find({ known }) {
    if (!known?.sdk.entry || known.sdk.others.length === 0) return null;
    const { script, others } = known.sdk;
    return {
      sentence: message('findTwoSdks'),
      evidence: [script ?? '', ...others].filter(Boolean).map((url) => fact('<script>', url)),
      advice: [forSite('adviceTwoSdks')],
    };
  },
};
