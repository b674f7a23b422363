import { useId, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { type ShownKind, shownKinds } from '../../../lib/model/kinds';
import { kindLabel } from '../../../lib/text/kind-label';
import { UnfoldButton } from '../../ui/UnfoldButton';

interface KindChipsProps {
  counts: Record<ShownKind, number>;
  hidden: readonly ShownKind[];
  /** Kinds without entries are there too. */
  isWhole: boolean;
  onHidden(hidden: readonly ShownKind[]): void;
}

/** Switches kinds on and off; those without entries stay behind a button. With Ctrl or Cmd a kind is left alone, and a second time all are back. */
export function KindChips({ counts, hidden, isWhole, onHidden }: KindChipsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const isEmpty = (kind: ShownKind) => counts[kind] === 0 && !hidden.includes(kind);
  const shown = shownKinds.filter((kind) => isWhole || isOpen || !isEmpty(kind));
  const others = shownKinds.filter(isEmpty);
  const toggle = (kind: ShownKind) =>
    onHidden(hidden.includes(kind) ? hidden.filter((each) => each !== kind) : [...hidden, kind]);
  const leaveAlone = (kind: ShownKind) => {
    const rest = shownKinds.filter((each) => each !== kind);
    const isAlone = rest.every((each) => hidden.includes(each)) && !hidden.includes(kind);
    onHidden(isAlone ? [] : rest);
  };
  return (
    <fieldset id={id} class="chips">
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
        <UnfoldButton
          action="toggle-other-kinds"
          controls={id}
          isOpen={isOpen}
          class="chip"
          title={`${message('otherKinds')}: ${others.map(kindLabel).join(', ')}`}
          onToggle={setIsOpen}
        >
          {isOpen ? '−' : '+'}
          {others.length}
          <span class="visually-hidden"> {message('otherKinds')}</span>
        </UnfoldButton>
      )}
    </fieldset>
  );
}
