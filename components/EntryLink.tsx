import type { SessionEntry } from '../lib/session';

interface EntryLinkProps {
  entry: SessionEntry;
  onSelect(key: string): void;
}

/** Leads to another entry. */
export function EntryLink({ entry, onSelect }: EntryLinkProps) {
  return (
    <button type="button" class="link" onClick={() => onSelect(entry.key)}>
      #{entry.id} {entry.name}
    </button>
  );
}
