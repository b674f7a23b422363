import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../lib/diagnosis/finding';
import { type MessageKey, message } from '../lib/i18n/message';
import { plural } from '../lib/i18n/plural';
import type { View } from '../lib/model/view';
import { ContextMenu, type Point } from './ContextMenu';

interface ViewTabsProps {
  view: View;
  /** What the diagnosis found; `undefined` before the first. */
  findings: readonly Finding[] | undefined;
  /** Those that there are. */
  views: readonly View[];
  /** The site's workers are watched, whatever view is shown. */
  isWatching?: boolean;
  onView(view: View): void;
}

const labels: Record<View, MessageKey> = {
  diagnosis: 'viewDiagnosis',
  timeline: 'viewTimeline',
  state: 'viewState',
  calls: 'viewCalls',
  push: 'viewPush',
  sessions: 'viewSessions',
};

/** How many findings there are; its sign says what its colour says. */
function TabCount({ severity, count }: { severity: 'error' | 'warning'; count: number }) {
  if (count === 0) return null;
  return (
    <span class={`tab-count severity-${severity}`} data-count={severity}>
      <span aria-hidden="true">
        {severity === 'error' ? '✕' : '!'}
        {count}
      </span>
      <span class="visually-hidden">
        {' '}
        {plural(severity === 'error' ? 'findingErrors' : 'findingWarnings', count)}
      </span>
    </span>
  );
}

/** Whether the element's content is wider than it is. */
const useOverflow = (ref: { current: HTMLElement | null }): boolean => {
  const [isOver, setIsOver] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = () => setIsOver(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    look();
    return () => observer.disconnect();
  }, [ref]);
  return isOver;
};

/** Chooses a view. Left and Right go from tab to tab; where not all have their place, a menu has all. */
export function ViewTabs({ view, findings = [], views, isWatching, onView }: ViewTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const isOver = useOverflow(list);
  const [menu, setMenu] = useState<Point | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab that is selected stays to be seen, whatever width there is
  useLayoutEffect(() => {
    list.current
      ?.querySelector('[aria-selected=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [view, isOver]);
  const step = (by: number) => {
    const next = views[(views.indexOf(view) + by + views.length) % views.length] as View;
    onView(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const tabs = (
    <div ref={list} class="tabs" role="tablist" aria-label={message('viewsLabel')}>
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
          {each === 'push' && isWatching && (
            <span class="tab-watching" data-watching="yes">
              {' '}
              <span class="visually-hidden">{message('liveTitle')}</span>
            </span>
          )}
          {each === 'diagnosis' && (
            <>
              <TabCount severity="error" count={errors} />
              <TabCount severity="warning" count={warnings} />
            </>
          )}
        </button>
      ))}
    </div>
  );
  return (
    <>
      {tabs}
      {isOver && (
        <button
          type="button"
          class="icon-button"
          data-action="more-views"
          aria-haspopup="menu"
          aria-label={message('moreViews')}
          title={message('moreViews')}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            setMenu({ x: left, y: bottom });
          }}
        >
          »
        </button>
      )}
      {menu && (
        <ContextMenu
          label={message('viewsLabel')}
          items={views.map((each) => ({ label: message(labels[each]), run: () => onView(each) }))}
          at={menu}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
