import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { Icon } from '../../ui/Icon';

interface ViewOptionsProps {
  /** Something is not as it is at first. */
  isChanged: boolean;
  children: ComponentChildren;
}

const id = 'view-options';

/** The choices of a toolbar that is too narrow for them, behind a button. Escape and a click beside it close it. */
export function ViewOptions({ isChanged, children }: ViewOptionsProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button"
        data-action="open-view-options"
        aria-label={message('viewOptions')}
        title={message('viewOptions')}
        aria-pressed={isChanged}
        popovertarget={id}
      >
        <Icon name="filter" />
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={message('viewOptions')}
        class="view-options"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // It closes this alone, and not the details too.
          event.stopPropagation();
          event.currentTarget.hidePopover();
          button.current?.focus();
        }}
        onToggle={({ currentTarget }) => {
          const box = button.current?.getBoundingClientRect();
          if (box) currentTarget.style.top = `${box.bottom + 2}px`;
        }}
      >
        {children}
      </div>
    </>
  );
}
