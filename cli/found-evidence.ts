import type { SessionEntry } from '../lib/model/session';
import type { Evidence } from '../lib/outcome/outcome';
import { entryNumber } from '../lib/text/entry-number';
import { inWords } from '../lib/text/in-words';
import { statusLabel } from '../lib/text/status-label';
import type { FoundFinding } from './page-result';

/** Evidence in words. `entries`: those of the session, without secrets. */
export const foundEvidence =
  (entries: readonly SessionEntry[]) =>
  (each: Evidence): FoundFinding['evidence'] => {
    if (each.type === 'fact') return [{ label: inWords(each.label), text: inWords(each.text) }];
    const entry = entries.find(({ key }) => key === each.key);
    if (!entry) return [];
    const label = [entryNumber(entry), entry.kind, entry.name].filter(Boolean).join(' ');
    return [{ label, text: statusLabel(entry), entry: entry.key }];
  };
