import { phrase, sentences } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { addressFlaw } from '../../address-flaw';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** An address of the configuration cannot work, whatever the servers say: no browser asks for it, or registers it. */
export const configAddress: Rule = {
  id: 'config-address',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleConfigAddress',
  passed: 'passedConfigAddress',
  needs: ['config'],
  link: sdkGuide,
  unless: ['config-placeholder'],
  find({ page, known }) {
    const { config } = known?.sdk ?? {};
    const flaws = (['serverURL', 'swPath'] as const).flatMap((name) => {
      const text = config?.[name];
      const flaw = text ? addressFlaw(name, text, page.url) : undefined;
      return text && flaw ? [{ name: `config.${name}`, text, flaw }] : [];
    });
    if (flaws.length === 0) return null;
    return {
      about: flaws[0]?.name ?? '',
      sentence: sentences(
        ...flaws.map(({ name, flaw }) => phrase('findConfigAddress', name, phrase(...flaw))),
      ),
      evidence: flaws.map(({ name, text }) => fact(name, text)),
      advice: [forSite('adviceConfigAddress')],
    };
  },
};
