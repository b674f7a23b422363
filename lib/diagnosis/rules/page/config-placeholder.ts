import { type Encoded, fieldsOf } from '../../../model/encoded-value';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** What templates and build tools leave where nobody filled a value in, what examples say of it, and the words that a missing value becomes as a text. */
const placeholder =
  /\{\{[^}]{0,100}\}\}|\$\{[^}]{0,100}\}|%%[^%]{0,100}%%|^%[^%]{1,100}%$|<%[^%]{0,100}%>|^<[^<>]{1,100}>$|^(?:undefined|null|NaN)$|^YOUR[_-][A-Z_-]{1,60}$/;

/** The texts of a configuration by their paths; Firebase's settings are one level down. */
const textsIn = (value: Encoded | undefined, path: string, depth = 0): [string, string][] =>
  Object.entries(fieldsOf(value)).flatMap(([name, each]): [string, string][] => {
    if (typeof each === 'string') return [[`${path}.${name}`, each]];
    return depth < 2 ? textsIn(each, `${path}.${name}`, depth + 1) : [];
  });

/** A value of the configuration is what a template has for it: nobody filled it in. */
export const configPlaceholder: Rule = {
  id: 'config-placeholder',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleConfigPlaceholder',
  passed: 'passedConfigPlaceholder',
  needs: ['config'],
  link: sdkGuide,
  find({ known, last }) {
    const instance = last('call', 'constructor');
    const seen = instance?.detail.config ?? known?.sdk.entry?.detail.config;
    const left = textsIn(seen, 'config').filter(([, text]) => placeholder.test(text));
    if (left.length === 0) return null;
    return {
      about: left[0]?.[0] ?? '',
      sentence: phrase('findConfigPlaceholder', left.map(([path]) => path).join(', ')),
      evidence: [
        ...byEntries(instance ?? known?.sdk.entry),
        ...left.map(([path, text]) => fact(path, text)),
      ],
      advice: [forSite('adviceConfigPlaceholder')],
    };
  },
};
