import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forBrowser, forSite } from '../../finding';
import { storageGuide } from '../../guides';
import type { Rule } from '../../rule';

/** Site data is blocked, or the document has an opaque origin: no worker, no database. */
export const siteDataBlocked: Rule = {
  id: 'site-data-blocked',
  part: 'page',
  severity: 'error',
  title: 'ruleSiteDataBlocked',
  passed: 'passedSiteDataBlocked',
  needs: ['state'],
  applies: ['secure', 'interfaces'],
  link: storageGuide,
  // A sandbox has neither.
  unless: ['permission-in-frame'],
  find({ known }) {
    if (!known) return null;
    const { workers, stored, permission } = known.state;
    if (!permission.secureContext || permission.missing.length > 0) return null;
    const failed = (label: string, read: object) =>
      'failed' in read
        ? [fact(label, (read as { failed: { name: string; message: string } }).failed.message)]
        : [];
    const evidence = [
      ...failed('navigator.serviceWorker', workers),
      ...failed('localStorage', stored.local),
    ];
    if (evidence.length === 0) return null;
    return {
      sentence: phrase('findSiteDataBlocked'),
      evidence,
      advice: [forBrowser('adviceSiteDataBrowser'), forSite('adviceSiteDataSite')],
    };
  },
};
