import { causeOfChange } from '../../../facts/cause-of-change';
import type { PageState } from '../../../model/page-state';
import { phrase } from '../../../model/phrase';
import { webOrigin } from '../../../model/web-origin';
import { fact } from '../../../outcome/chain';
import { renewalKey } from '../../../outcome/renewal-key';
import { forSite } from '../../finding';
import { storageGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The SDK's token, not what it keeps beside it. */
const isToken = (where: string): boolean =>
  /^IndexedDB .*current_token$/.test(where) && !/_(?:endpoint|keys)_current_token$/.test(where);

/** How much of the store that the SDK shares with the site is left. */
const leftOf = ({ stored: { databases } }: PageState): 'none' | 'empty' | 'some' => {
  const { localforage } = databases;
  if (!('ok' in localforage)) return 'some';
  if (localforage.ok === null) return 'none';
  const kept = localforage.ok.stores.find(({ name }) => name === 'keyvaluepairs');
  return kept && kept.count > 0 ? 'some' : 'empty';
};

/** The cached token went, and neither the SDK nor the panel took it away: the site emptied the store that it shares with the SDK, or all of its data. */
export const storageEmptied: Rule = {
  id: 'storage-emptied',
  part: 'token',
  severity: 'warning',
  title: 'ruleStorageEmptied',
  passed: 'passedStorageEmptied',
  needs: ['token'],
  link: storageGuide,
  find({ session, of, page, known }) {
    if (!page.sdk) return null;
    const { changes, entries, readings } = session;
    // The tab may have shown another site before.
    const elsewhere = new Set(
      session.pages.flatMap(({ number, url }) =>
        webOrigin(url) === webOrigin(page.url) ? [] : [number],
      ),
    );
    const gone = changes.findLast(
      (each) => isToken(each.where) && each.before && !each.after && !elsewhere.has(each.page),
    );
    if (!gone) return null;
    const { from, at, where } = gone;
    const wasAsked = entries.some(
      ({ kind, name, time }) =>
        time >= from - 1_000 && time <= at && (kind === 'action' || name === 'removeToken'),
    );
    if (wasAsked || ['call', 'you'].includes(causeOfChange(gone, entries).cause)) return null;
    const isMended = of('request', 'save', 'update').some(
      ({ status, time }) => status === 'ok' && time > at,
    );
    const then = readings.find((each) => each.from >= at)?.value ?? session.state?.value;
    const left = then ? leftOf(then) : 'some';
    // A call on the page before may have removed the token alone.
    if (isMended || left === 'some') return null;
    return {
      ...(left === 'none' && { title: phrase('titleStorageGone') }),
      sentence: phrase(
        left === 'none' ? 'findStorageGone' : 'findStorageEmptied',
        { moment: from },
        { moment: at },
      ),
      evidence: [fact(where.replace(/^IndexedDB /, ''), { moment: at })],
      advice: [
        forSite(left === 'none' ? 'adviceStorageGone' : 'adviceStorageEmptied'),
        forSite(renewalKey(known, 'adviceStorageAgain')),
      ],
      fixes: ['init-again'],
      ...(gone.isOverLoad && left === 'empty' && { isGuess: true as const }),
    };
  },
};
