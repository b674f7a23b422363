import { useState } from 'preact/hooks';
import { message } from '../lib/i18n/message';
import { type EntryKind, entryKinds } from '../lib/model/entry';
import { kindLabel } from '../lib/text/kind-label';

interface KindChipsProps {
  counts: Record<EntryKind, number>;
  hidden: readonly EntryKind[];
  /** Kinds without entries are there too. */
  isWhole: boolean;
  onHidden(hidden: readonly EntryKind[]): void;
}

/** Switches kinds on and off; those without entries stay behind a button. With Ctrl or Cmd a kind is left alone, and a second time all are back. */
export function KindChips({ counts, hidden, isWhole, onHidden }: KindChipsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isEmpty = (kind: EntryKind) => counts[kind] === 0 && !hidden.includes(kind);
  const shown = entryKinds.filter((kind) => isWhole || isOpen || !isEmpty(kind));
  const others = entryKinds.filter(isEmpty);
  const toggle = (kind: EntryKind) =>
    onHidden(hidden.includes(kind) ? hidden.filter((each) => each !== kind) : [...hidden, kind]);
  const leaveAlone = (kind: EntryKind) => {
    const rest = entryKinds.filter((each) => each !== kind);
    const isAlone = rest.every((each) => hidden.includes(each)) && !hidden.includes(kind);
    onHidden(isAlone ? [] : rest);
  };
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{message('kindsLabel')}</legend>
      {shown.map((kind) => (
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
      {!isWhole && others.length > 0 && (
        <button
          type="button"
          class="chip"
          data-action="toggle-other-kinds"
          aria-expanded={isOpen}
          title={`${message('otherKinds')}: ${others.map(kindLabel).join(', ')}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? '−' : '+'}
          {others.length}
          <span class="visually-hidden"> {message('otherKinds')}</span>
        </button>
      )}
    </fieldset>
  );
}
