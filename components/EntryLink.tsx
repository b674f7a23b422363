import type { SessionEntry } from '../lib/model/session';
import { entryNumber } from '../lib/timeline/entry-number';

interface EntryLinkProps {
  entry: SessionEntry;
  onSelect(key: string): void;
}

/** Leads to another entry. */
export function EntryLink({ entry, onSelect }: EntryLinkProps) {
  return (
    <button type="button" class="link" onClick={() => onSelect(entry.key)}>
      {entryNumber(entry)} {entry.name}
    </button>
  );
}
