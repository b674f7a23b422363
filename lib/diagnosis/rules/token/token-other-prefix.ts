import { hasMethod } from '../../../akpush/methods';
import { readStorageKey } from '../../../akpush/storage-keys';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** A token lies under another prefix than the configured one: the SDK does not find it. */
export const tokenOtherPrefix: Rule = {
  id: 'token-other-prefix',
  part: 'token',
  severity: 'warning',
  title: 'ruleTokenOtherPrefix',
  passed: 'passedTokenOtherPrefix',
  needs: ['token', 'config'],
  link: sdkGuide,
  find({ known }) {
    const wanted = known?.sdk.config?.randomPrefix;
    if (!known || wanted === undefined || known.cache.values.token) return null;
    const other = known.cache.others.find(({ key }) => {
      const read = readStorageKey(key);
      return read?.role === 'token' && read.prefix !== wanted;
    });
    if (!other) return null;
    return {
      sentence: phrase('findOtherPrefix'),
      evidence: [fact(other.key, phrase('evidenceStays')), fact('config.randomPrefix', wanted)],
      advice: [
        forSite(hasMethod('removeToken', known.sdk) ? 'adviceOtherPrefix' : 'adviceOtherPrefixOld'),
      ],
    };
  },
};
