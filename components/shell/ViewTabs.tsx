import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../lib/diagnosis/finding';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import { ContextMenu, type Point } from '../ui/ContextMenu';
import type { ViewDefinition } from './view-definition';

interface ViewTabsProps {
  /** The id of the one that is shown. */
  view: string;
  /** What the diagnosis found; `undefined` before the first. */
  findings: readonly Finding[] | undefined;
  /** How many expectations have failed. */
  missed?: number | undefined;
  /** Those that there are. */
  views: readonly ViewDefinition[];
  /** The site's workers are watched, whatever view is shown. */
  isWatching?: boolean;
  onView(id: string): void;
}

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

/** The tab that is selected stays to be seen, whatever width there is. */
const showSelected = (tabs: HTMLElement): void =>
  tabs
    .querySelector('[aria-selected=true]')
    ?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });

/** Whether what is in the element has more rows than it shows. */
const useOverflow = (ref: { current: HTMLElement | null }): boolean => {
  const [isOver, setIsOver] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = () => {
      setIsOver(element.scrollHeight > element.clientHeight);
      showSelected(element);
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    look();
    return () => observer.disconnect();
  }, [ref]);
  return isOver;
};

/** Chooses a view. Left and Right go from tab to tab; where not all have their place, a menu has all. */
export function ViewTabs({
  view,
  findings = [],
  missed = 0,
  views,
  isWatching,
  onView,
}: ViewTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const isOver = useOverflow(list);
  const [menu, setMenu] = useState<Point | null>(null);
  const more = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view has another tab
  useLayoutEffect(() => {
    if (list.current) showSelected(list.current);
  }, [view, isOver]);
  const step = (by: number) => {
    const at = views.findIndex(({ id }) => id === view);
    const next = views[(at + by + views.length) % views.length]?.id ?? view;
    onView(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const tabs = (
    <div ref={list} class="tabs" role="tablist" aria-label={message('viewsLabel')}>
      {views.map(({ id: each, label }) => (
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
          {message(label)}
          {each === 'push' && isWatching && (
            <span class="tab-watching" data-watching="yes">
              {' '}
              <span class="visually-hidden">{message('liveTitle')}</span>
            </span>
          )}
          {each === 'contract' && <TabCount severity="error" count={missed} />}
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
          ref={more}
          type="button"
          class="icon-button"
          data-action="more-views"
          aria-haspopup="menu"
          aria-expanded={menu !== null}
          aria-label={message('moreViews')}
          title={message('moreViews')}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            // Pressed again, it closes what it has opened.
            setMenu(menu ? null : { x: left, y: bottom });
          }}
        >
          »
        </button>
      )}
      {menu && (
        <ContextMenu
          label={message('viewsLabel')}
          items={views.map(({ id, label }) => ({ label: message(label), run: () => onView(id) }))}
          at={menu}
          opener={more.current}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
