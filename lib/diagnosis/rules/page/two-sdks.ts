import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { maskSecret } from '../../../text/mask-secret';
import type { DiagnosisInput } from '../../diagnosis-input';
import { type Diagnosis, forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { resourceOf, strayRequests } from '../../stray-requests';

/** One script by several tags: the first has set `AKPush`, and what each does at page load is the same. */
const sameTwice = ({ page, known }: DiagnosisInput): Diagnosis | null => {
  const { script } = known?.sdk ?? {};
  const count = page.scripts.filter((url) => url === script).length;
  if (!script || count < 2) return null;
  return {
    sentence: phrase('findSameSdk', count),
    evidence: [fact('<script>', script)],
    advice: [forSite('adviceTwoSdks')],
    severity: 'hint',
  };
};

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
  unless: ['sdk-taken'],
  find(input) {
    const { known } = input;
    if (!known?.sdk.entry) return null;
    const { script, others, config } = known.sdk;
    const strays = strayRequests(input);
    const stray = strays.at(-1);
    if (!stray && others.length === 0) return sameTwice(input);
    const hostOf = (url: string | undefined): string =>
      url !== undefined && URL.canParse(url) ? new URL(url).host : (url ?? '?');
    return {
      sentence: stray
        ? phrase(
            'findTwoSdksSave',
            hostOf(config?.serverURL),
            stray.name,
            hostOf(stray.detail.url),
            maskSecret(resourceOf(stray) ?? ''),
          )
        : phrase('findTwoSdks'),
      evidence: [
        ...byEntries(...strays.slice(-3)),
        ...[script ?? '', ...others].filter(Boolean).map((url) => fact('<script>', url)),
      ],
      advice: [forSite('adviceTwoSdks')],
      ...(stray && { severity: 'error' as const }),
    };
  },
};
