import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { message } from '../lib/i18n/message';
import type { Outcomes } from '../lib/outcome/outcomes';
import { parentKeyOf, type Session, type SessionChange } from '../lib/session';
import { readFilter } from '../lib/timeline/filter';
import { addFilterTerm } from '../lib/timeline/filter-term';
import { countKinds } from '../lib/timeline/kind-counts';
import { bannerNotices, emptyNotice } from '../lib/timeline/notice';
import { findRelated } from '../lib/timeline/related';
import { buildRows, foldableKeys } from '../lib/timeline/rows';
import type { Settings } from '../lib/timeline/settings';
import { Banner } from './Banner';
import { ContextMenu, type Point } from './ContextMenu';
import { CopiedNote } from './CopiedNote';
import { Details } from './details/Details';
import { PageDetails } from './details/PageDetails';
import { EmptyState } from './EmptyState';
import { entryMenu, pageMenu } from './row-menu';
import { SplitPane } from './SplitPane';
import { shortcutOf } from './shortcut';
import { TimelineList } from './TimelineList';
import { Toolbar } from './Toolbar';
import { useCopy } from './use-copy';
import { useNarrow } from './use-narrow';
import { useWarmSearch } from './use-warm-search';

interface TimelineProps {
  session: Session;
  outcomes: Outcomes;
  /** The entry that is open at first. */
  shown: string | null;
  /** Which entry is selected. */
  onSelected(key: string | null): void;
  /** Puts a recorded call into the form of the Calls view. */
  onEditCall(key: string): void;
  settings: Settings;
  version: string;
  onChange(change: SessionChange): void;
  onSettings(next: Settings): void;
  onReloadPage(): void;
  onRetry(): void;
  onOpenSource(url: string, line: number, column: number): void;
}

/** All that happened, in order, with the details of what is selected. */
export function Timeline(props: TimelineProps) {
  const { session, outcomes, settings, version, onChange, onSettings, onReloadPage, onRetry } =
    props;
  const { entries, pages } = session;
  const [selected, setSelected] = useState<string | null>(props.shown);
  const [isOpen, setIsOpen] = useState(props.shown !== null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<{ key: string; at: Point } | null>(null);
  const { copied, copy } = useCopy();
  const isNarrow = useNarrow();
  useWarmSearch(entries);
  const { onSelected } = props;
  useEffect(() => onSelected(selected), [selected, onSelected]);
  const grid = useRef<HTMLDivElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);

  const { hiddenKinds } = settings;
  const filter = useMemo(() => readFilter(settings.filter), [settings.filter]);
  const { rows, matches } = useMemo(
    () => buildRows(pages, entries, { filter, hiddenKinds, folded }),
    [pages, entries, filter, hiddenKinds, folded],
  );
  const counts = useMemo(() => countKinds(entries), [entries]);
  const entry = useMemo(() => entries.find(({ key }) => key === selected), [entries, selected]);
  const page = pages.find(({ number }) =>
    entry ? number === entry.page : `page:${number}` === selected,
  );

  const set = (change: Partial<Settings>) => onSettings({ ...settings, ...change });
  const addTerm = (term: string) => set({ filter: addFilterTerm(settings.filter, term) });
  const clear = () => onChange({ type: 'clear' });
  const record = (on: boolean) => onChange({ type: 'recording', on });
  const fold = (key: string, isFolded: boolean) => {
    const next = new Set(folded);
    if (isFolded) next.add(key);
    else next.delete(key);
    setFolded(next);
  };
  const open = (key: string) => {
    setSelected(key);
    setIsOpen(true);
  };
  const follow = (key: string) => {
    const target = entries.find((each) => each.key === key);
    const parent = target && parentKeyOf(target);
    if (parent) fold(parent, false);
    open(key);
  };
  const close = () => {
    setIsOpen(false);
    grid.current?.focus();
  };

  const act = { find: () => {}, clear, record: () => record(!session.recording) };
  act.find = () => {
    filterInput.current?.focus();
    filterInput.current?.select();
  };
  const latestAct = useRef(act);
  latestAct.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      latestAct.current[shortcut]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const menuItems = () => {
    const target = entries.find(({ key }) => key === menu?.key);
    const folding = {
      foldAll: () => setFolded(foldableKeys(entries)),
      unfoldAll: () => setFolded(new Set()),
    };
    if (target) return entryMenu(target, { copy, addTerm, ...folding });
    const targetPage = pages.find(({ number }) => `page:${number}` === menu?.key);
    return targetPage ? pageMenu(targetPage, { copy, ...folding }) : [];
  };

  const notice = emptyNotice(session, rows.some(({ type }) => type === 'entry') ? 1 : 0);
  const list = notice ? (
    <EmptyState
      notice={notice}
      onReloadPage={onReloadPage}
      onRetry={onRetry}
      onClearFilter={() => set({ filter: '', hiddenKinds: [] })}
      onStartRecording={() => record(true)}
    />
  ) : (
    <TimelineList
      grid={grid}
      rows={rows}
      selected={selected}
      time={settings.time}
      outcomes={outcomes}
      onSelect={setSelected}
      onOpen={open}
      onFold={fold}
      onMenu={(key, at) => setMenu({ key, at })}
    />
  );
  const details =
    isOpen && entry ? (
      <Details
        key={entry.key}
        entry={entry}
        page={page}
        related={findRelated(entries, entry)}
        outcome={outcomes.of(entry)}
        onEditCall={props.onEditCall}
        onCopy={copy}
        onSelect={follow}
        onOpenSource={props.onOpenSource}
        onFilter={addTerm}
        onClose={close}
      />
    ) : isOpen && page ? (
      <PageDetails key={page.document} page={page} onClose={close} />
    ) : null;

  return (
    <main
      class="timeline"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details) return;
        event.preventDefault();
        close();
      }}
    >
      <h1 class="visually-hidden">AKPush Inspector</h1>
      <Toolbar
        session={session}
        settings={settings}
        version={version}
        counts={counts}
        matches={matches}
        problem={filter.problem()}
        filterInput={filterInput}
        onSettings={onSettings}
        onRecording={record}
        onClear={clear}
      />
      {bannerNotices(session).map((each) => (
        <Banner
          key={each}
          notice={each}
          lost={session.lost}
          onReloadPage={onReloadPage}
          onRetry={onRetry}
        />
      ))}
      <SplitPane
        isBelow={isNarrow}
        share={isNarrow ? settings.splitBelow : settings.split}
        first={list}
        second={details}
        onShare={(share) => set(isNarrow ? { splitBelow: share } : { split: share })}
      />
      {menu && (
        <ContextMenu
          label={message('menuLabel')}
          items={menuItems()}
          at={menu.at}
          onClose={() => setMenu(null)}
        />
      )}
      <CopiedNote copied={copied} />
    </main>
  );
}
