import { type EntryKind, shownAs } from '../../lib/model/kinds';
import { kindLabel } from '../../lib/text/kind-label';

interface KindTagProps {
  kind: EntryKind;
}

/** A kind's name with its colour. */
export function KindTag({ kind }: KindTagProps) {
  return <span class={`kind kind-${shownAs(kind)}`}>{kindLabel(kind)}</span>;
}
