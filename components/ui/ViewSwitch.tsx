import { message } from '../../lib/i18n/message';

interface ViewSwitchProps {
  /** What is shown. */
  name: string;
  view: 'form' | 'json';
  onView(view: 'form' | 'json'): void;
}

/** Chooses between the form and the JSON of one value. */
export function ViewSwitch({ name, view, onView }: ViewSwitchProps) {
  return (
    <div class="view-switch">
      {(['form', 'json'] as const).map((each) => {
        const label = message(each === 'form' ? 'viewForm' : 'viewJson');
        return (
          <button
            key={each}
            type="button"
            class="chip-button"
            data-view-button={each}
            aria-label={`${message('viewOf', name)} ${label}`}
            aria-pressed={view === each}
            onClick={() => view !== each && onView(each)}
          >
            {label}
          </button>
        );
      })}
    </div>
  );
}
