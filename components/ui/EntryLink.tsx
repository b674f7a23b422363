import type { SessionEntry } from '../../lib/model/session';
import { entryNumber } from '../../lib/text/entry-number';

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
