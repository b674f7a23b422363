import { type Encoded, fieldsOf, isTagged } from '../../../model/encoded-value';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** What Firebase's library needs that registers by installations, and the one before it, which builds up to G5 may have. */
const firebaseFields = ['apiKey', 'projectId', 'messagingSenderId', 'appId'];
const olderFields = ['messagingSenderId'];

/** Nobody runs a page's accessor: what it answers is not known. */
const isAccessor = (value: Encoded | undefined): boolean => isTagged(value) && value.$ === 'getter';

const isMissing = (value: Encoded | undefined): boolean =>
  !value || (isTagged(value) && value.$ === 'undefined');

/** Fields without which the SDK of this generation cannot work are not there. */
export const configIncomplete: Rule = {
  id: 'config-incomplete',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleConfigIncomplete',
  passed: 'passedConfigIncomplete',
  needs: ['config'],
  link: sdkGuide,
  unless: ['config-placeholder'],
  find({ known, last }) {
    const { config, entry, generation, mode } = known?.sdk ?? {};
    const instance = last('call', 'constructor');
    const seen = instance?.detail.config ?? entry?.detail.config;
    if (!config || seen === undefined) return null;
    const fields = fieldsOf(seen);
    const missing = isMissing(fields.resourceToken) ? ['resourceToken'] : [];
    // What is given counts before the host of older builds, also where it is empty.
    const isEmpty = fields.serverURL === '';
    if (isEmpty || [fields.serverURL, fields.apiServerHost].every(isMissing))
      missing.push('serverURL');
    // The first generations took Firebase's settings from elsewhere.
    const isRead = !isAccessor(fields.firebase);
    if (isRead && mode === 'firebase' && generation !== 'G1' && generation !== 'G2') {
      const firebase = fieldsOf(fields.firebase);
      for (const field of generation === 'G6' ? firebaseFields : olderFields)
        if (isMissing(firebase[field])) missing.push(`firebase.${field}`);
    }
    if (missing.length === 0) return null;
    return {
      about: missing.join(', '),
      sentence: phrase('findConfigIncomplete', missing.join(', ')),
      evidence: [
        ...byEntries(instance ?? entry),
        ...missing.map((name) => fact(`config.${name}`, phrase('valueEmpty'))),
      ],
      advice: [forSite('adviceConfigIncomplete')],
    };
  },
};
