import { isNamedAsBuilt } from '../../../facts/sdk-facts';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import { otherSdks } from '../../other-sdks';
import type { Rule } from '../../rule';
import { fileOf } from '../../start-finding';

/** A script of the page has put something of its own into `window.AKPush`, a queue for calls or a stand-in: the SDK finds the name taken and leaves it so. */
export const sdkTaken: Rule = {
  id: 'sdk-taken',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkTaken',
  passed: 'passedSdkTaken',
  needs: ['sdk', 'loaded'],
  link: sdkGuide,
  find(input) {
    const { known, of } = input;
    const entry = known?.sdk.entry;
    const [own] = otherSdks(input);
    if (!entry || own === undefined || !known?.state.isLoaded) return null;
    // What stands in the SDK's own file is the SDK, whatever it shows before an instance is made.
    if (isNamedAsBuilt(entry.detail.script ?? '')) return null;
    const instances = of('call', 'constructor').filter(({ status }) => status === 'ok');
    const made = instances.at(-1);
    // All builds have methods, the first ones each instance its own, and each instance has a configuration: also one that another class has for itself.
    const isSdk = !made || instances.some(({ detail }) => detail.config);
    if (entry.detail.members.length > 0 && isSdk) return null;
    return {
      about: fileOf(entry.detail.script ?? ''),
      sentence: phrase('findSdkTaken', fileOf(own)),
      evidence: [...byEntries(entry, made), fact('<script>', own)],
      advice: [forSite('adviceSdkTaken')],
      ...(!made && { severity: 'warning' as const, isGuess: true as const }),
    };
  },
};
