import type { EntryKind } from '../lib/model/entry';
import { kindLabel } from '../lib/text/kind-label';

interface KindTagProps {
  kind: EntryKind;
}

/** A kind's name with its colour. */
export function KindTag({ kind }: KindTagProps) {
  return <span class={`kind kind-${kind}`}>{kindLabel(kind)}</span>;
}
