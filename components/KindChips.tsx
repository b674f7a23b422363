import { message } from '../lib/i18n/message';
import { type EntryKind, entryKinds } from '../lib/model/entry';
import { kindLabel } from '../lib/text/kind-label';

interface KindChipsProps {
  counts: Record<EntryKind, number>;
  hidden: readonly EntryKind[];
  onHidden(hidden: readonly EntryKind[]): void;
}

/** Switches kinds on and off. With Ctrl or Cmd a kind is left alone, and a second time all are back. */
export function KindChips({ counts, hidden, onHidden }: KindChipsProps) {
  const toggle = (kind: EntryKind) =>
    onHidden(hidden.includes(kind) ? hidden.filter((each) => each !== kind) : [...hidden, kind]);
  const leaveAlone = (kind: EntryKind) => {
    const others = entryKinds.filter((each) => each !== kind);
    const isAlone = others.every((each) => hidden.includes(each)) && !hidden.includes(kind);
    onHidden(isAlone ? [] : others);
  };
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{message('kindsLabel')}</legend>
      {entryKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class={`chip kind-${kind}`}
          aria-pressed={!hidden.includes(kind)}
          title={message('chipHelp')}
          onClick={(event) => (event.ctrlKey || event.metaKey ? leaveAlone : toggle)(kind)}
          onKeyDown={(event) => {
            // Browsers differ in whether a click made by a key says that Ctrl was held.
            if (!(event.ctrlKey || event.metaKey) || !['Enter', ' '].includes(event.key)) return;
            event.preventDefault();
            leaveAlone(kind);
          }}
        >
          {kindLabel(kind)} <span class="count">{counts[kind]}</span>
        </button>
      ))}
    </fieldset>
  );
}
