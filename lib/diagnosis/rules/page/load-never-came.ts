import { joinedBy, phrase } from '../../../model/phrase';
import { type CallEntry, isPutOff } from '../../../outcome/call-context';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { shortAddress } from '../../short-address';

/** Longer than this no call of a page that is well waits, milliseconds. */
const long = 10_000;

/** Whether the SDK does a call's work at `load`: `updateSubscription` answers no sooner, the others have answered before. */
const isForLoad = (call: CallEntry): boolean =>
  isPutOff(call) ||
  (call.name === 'updateSubscription' &&
    call.detail.readyState === 'loading' &&
    call.status === 'pending');

/** Called while the page was loading, and something on the page keeps `load` away. */
export const loadNeverCame: Rule = {
  id: 'load-never-came',
  part: 'page',
  node: 'sdk',
  severity: 'warning',
  title: 'ruleLoadNeverCame',
  passed: 'passedLoadNeverCame',
  needs: ['sdk', 'loaded'],
  link: sdkGuide,
  find({ known, session, page, of, isPast, secondsSince }) {
    if (!known || known.state.isLoaded) return null;
    // A document that a script has opened again loads once more: what waited the first time was done then.
    const loaded = session.readings.findLast(
      ({ document, value }) => document === page.document && value.isLoaded,
    );
    const call = of('call').find(
      (each) => isForLoad(each) && each.time > (loaded?.to ?? Number.NEGATIVE_INFINITY),
    );
    if (!call || !isPast(call.time + long)) return null;
    const { open = [] } = known.state;
    const names = open.map((url) =>
      url === page.url ? phrase('findLoadOwnText') : shortAddress(url, page.url),
    );
    return {
      sentence: phrase(
        'findLoadNeverCame',
        call.name,
        secondsSince(call.time),
        names.length > 0
          ? phrase('findLoadOpen', joinedBy(', ', ...names))
          : phrase('findLoadOpenUnseen'),
      ),
      evidence: [
        ...byEntries(call),
        fact(phrase('evidenceSince'), { moment: call.time }),
        ...open.map((url) => fact(phrase('evidenceOpen'), url)),
      ],
      advice: [forSite('adviceLoadNeverCame')],
    };
  },
};
