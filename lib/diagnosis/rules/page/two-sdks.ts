import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { maskSecret } from '../../../text/mask-secret';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import { otherSdks } from '../../other-sdks';
import type { Rule } from '../../rule';
import { isRun } from '../../start-held-back';
import { resourceOf, strayRequests } from '../../stray-requests';

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
    const { script, config } = known.sdk;
    const others = otherSdks(input);
    const strays = strayRequests(input);
    const stray = strays.at(-1);
    // One script by several tags: what each does at page load is the same.
    const isSame = !stray && others.length === 0;
    const count = (known.state.scripts ?? []).filter(
      ({ url, attribute, type }) => url === script && attribute === 'src' && isRun(type),
    ).length;
    if (isSame && count < 2) return null;
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
        : isSame
          ? phrase('findSameSdk', count)
          : phrase('findTwoSdks'),
      evidence: [
        ...byEntries(...strays.slice(-3)),
        ...[script ?? '', ...others].filter(Boolean).map((url) => fact('<script>', url)),
      ],
      advice: [forSite('adviceTwoSdks')],
      ...(stray && { severity: 'error' as const }),
      ...(isSame && { severity: 'hint' as const, isGuess: true as const }),
    };
  },
};
