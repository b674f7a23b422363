import { type MessageKey, message } from '../lib/i18n/message';
import { type View, views } from '../lib/view';

interface ViewTabsProps {
  view: View;
  onView(view: View): void;
}

const labels: Record<View, MessageKey> = {
  timeline: 'viewTimeline',
  state: 'viewState',
  calls: 'viewCalls',
  push: 'viewPush',
};

/** Chooses a view. Left and Right go from tab to tab. */
export function ViewTabs({ view, onView }: ViewTabsProps) {
  const step = (by: number) => {
    const next = views[(views.indexOf(view) + by + views.length) % views.length] as View;
    onView(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={message('viewsLabel')}>
      {views.map((each) => (
        <button
          key={each}
          id={`tab-${each}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={each === view}
          aria-controls="view"
          tabIndex={each === view ? 0 : -1}
          onClick={() => onView(each)}
          onKeyDown={(event) => {
            const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            step(by);
          }}
        >
          {message(labels[each])}
        </button>
      ))}
    </div>
  );
}
