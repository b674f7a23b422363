import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { newRef } from '../../../lib/model/new-ref';
import { type Annotation, parentKeyOf } from '../../../lib/model/session';
import { addFilterTerm } from '../../../lib/timeline/filter-term';
import { countKinds } from '../../../lib/timeline/kind-counts';
import type { Like } from '../../../lib/timeline/like';
import { emptyNotice } from '../../../lib/timeline/notice';
import type { Span } from '../../../lib/timeline/overview';
import type { Settings } from '../../../lib/timeline/settings';
import type { Sort } from '../../../lib/timeline/sort-rows';
import { toggleBookmark } from '../../../lib/timeline/toggle-bookmark';
import { useHeld, useWhole, useWorkspace } from '../../shell/workspace';
import type { Point } from '../../ui/ContextMenu';
import { CopiedNote } from '../../ui/CopiedNote';
import { EmptyState } from '../../ui/EmptyState';
import { FindTerm } from '../../ui/find-term';
import { SplitPane } from '../../ui/SplitPane';
import { useChunk } from '../../ui/use-chunk';
import { useCopy } from '../../ui/use-copy';
import type { Comparison } from './comparison';
import { TimelineBars } from './TimelineBars';
import { TimelineDetails } from './TimelineDetails';
import { TimelineList } from './TimelineList';
import { Toolbar } from './Toolbar';
import { useShortcuts } from './use-shortcuts';
import { useSplitBelow } from './use-split-below';
import { useTimelineRows } from './use-timeline-rows';
import { useWarmSearch } from './use-warm-search';

const loadTools = () => import('./tools');
const loadLater = () => import('./later');

/** All that happened, in order, with the details of what is selected. */
export function Timeline() {
  const workspace = useWorkspace();
  const session = useWhole();
  const { outcomes, settings, version, page: work } = workspace;
  const { shown, onChange, onSettings, onSelected, onHides } = workspace;
  const { entries, pages, remarks, moments } = session;
  const [selected, setSelected] = useState<string | null>(shown);
  const [isOpen, setIsOpen] = useState(shown !== null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<{ key: string; at: Point } | null>(null);
  const { copied, copy } = useCopy();
  const isBelow = useSplitBelow();
  useWarmSearch(entries);
  useEffect(() => {
    onSelected(selected);
    // Whoever comes back to an entry has not asked to write.
    setNoting((held) => (held === selected ? held : null));
  }, [selected, onSelected]);
  const grid = useRef<HTMLDivElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const isFile = work === undefined;
  const [term, setTerm] = useState('');
  const [isSearching, setIsSearching] = useState(false);
  const [hiddenLikes, setHiddenLikes] = useHeld<readonly Like[]>('timeline.hidden', []);
  const [span, setSpan] = useHeld<Span | null>('timeline.span', null);
  const [noting, setNoting] = useState<string | null>(null);
  const [compared, setCompared] = useHeld<Comparison | null>('timeline.compared', null);
  const [sort, setSort] = useHeld<Sort | null>('timeline.sort', null);
  const later = useChunk(loadLater, true);
  const isToolAsked =
    isSearching || settings.overview || selected?.startsWith('moment:') || compared?.isShown;
  const tools = useChunk(loadTools, Boolean(isToolAsked));
  const { filter, isHidden, rows, matches } = useTimelineRows({
    hiddenLikes,
    span,
    folded,
    sort,
    later,
  });
  // It stays so while another view is shown.
  useEffect(() => onHides(isHidden), [isHidden, onHides]);
  const barOf = useMemo(() => later?.waterfallOf(rows), [later, rows]);
  const remark = (key: string, next: Annotation | null) =>
    onChange({ type: 'remark', key, remark: next });
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
    if (!key.startsWith('moment:')) returnTo.current = null;
    setSelected(key);
    setIsOpen(true);
  };
  const follow = (key: string) => {
    const target = entries.find((each) => each.key === key);
    const parent = target && parentKeyOf(target);
    if (parent) fold(parent, false);
    open(key);
  };
  /** Where the focus goes when what was opened is closed; the list where nothing else is said. */
  const returnTo = useRef<Element | null>(null);
  const close = () => {
    setIsOpen(false);
    setNoting(null);
    const before = returnTo.current instanceof HTMLElement ? returnTo.current : grid.current;
    returnTo.current = null;
    before?.focus();
  };

  useShortcuts({
    find: () => {
      filterInput.current?.focus();
      filterInput.current?.select();
    },
    search: () => setIsSearching(true),
    clear,
    record: () => record(!session.recording),
  });

  const bookmark = (key: string) => {
    if (!isFile && entries.some((each) => each.key === key))
      remark(key, toggleBookmark(remarks[key]));
  };
  const markMoment = () => {
    returnTo.current = document.activeElement;
    const id = newRef();
    onChange({ type: 'moment', id, at: Date.now(), label: '' });
    open(`moment:${id}`);
  };

  const moment = moments.find(({ id }) => `moment:${id}` === selected);
  const notice = emptyNotice(session, rows.some(({ type }) => type === 'entry') ? 1 : 0);
  const list = notice ? (
    <EmptyState
      notice={notice}
      onReloadPage={() => work?.onReloadPage()}
      onRetry={() => work?.onRetry()}
      onClearFilter={() => set({ filter: '', hiddenKinds: [] })}
      onStartRecording={() => record(true)}
    />
  ) : (
    <TimelineList
      grid={grid}
      rows={rows}
      sort={sort}
      selected={selected}
      time={settings.time}
      outcomes={outcomes}
      remarks={remarks}
      marks={workspace.contract?.marks}
      columns={settings.columns}
      marked={compared}
      barOf={barOf}
      head={
        later && (
          <later.ColumnsHead
            grid={grid}
            columns={settings.columns}
            sort={sort}
            onColumns={(columns) => set({ columns })}
            onSort={setSort}
          />
        )
      }
      onBookmark={bookmark}
      onMark={(key) => {
        if (later && entries.some((each) => each.key === key))
          setCompared(later.withMarked(compared, key, isOpen ? entry?.key : undefined));
      }}
      onSelect={setSelected}
      onOpen={open}
      onFold={fold}
      onMenu={(key, at) => setMenu({ key, at })}
    />
  );
  const isLoaded = moment && !entry ? tools : later;
  const details = isOpen && (entry || moment || page) && isLoaded && (
    <TimelineDetails
      entry={entry}
      moment={moment}
      page={page}
      later={later}
      tools={tools}
      isNoting={noting !== null && noting === entry?.key}
      onRemark={remark}
      onCopy={copy}
      onSelect={follow}
      onFilter={addTerm}
      onClose={close}
    />
  );

  const [first, second] = [compared?.first, compared?.second].map((key) =>
    key ? entries.find((each) => each.key === key) : undefined,
  );
  const endComparison = () => {
    setCompared(null);
    grid.current?.focus();
  };

  return (
    <FindTerm.Provider value={term}>
      <main
        class="timeline"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !(details || compared)) return;
          event.preventDefault();
          if (details) close();
          else endComparison();
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
          onSearch={() => setIsSearching(true)}
          onMoment={markMoment}
          totals={later && <later.Totals entries={entries} outcomes={outcomes} />}
          terms={
            later && (
              <later.FilterTerms
                entries={entries}
                pages={pages}
                remarks={remarks}
                outcomes={outcomes}
                text={settings.filter}
                onText={(filter) => set({ filter })}
              />
            )
          }
        />
        <TimelineBars
          later={later}
          tools={tools}
          rows={rows}
          selected={selected}
          span={span}
          hiddenLikes={hiddenLikes}
          isSearching={isSearching}
          first={first}
          second={second}
          onSpan={setSpan}
          onHiddenLikes={setHiddenLikes}
          onOpen={open}
          onTerm={setTerm}
          onEndSearch={() => {
            setIsSearching(false);
            grid.current?.focus();
          }}
          onCompare={() => compared && setCompared({ ...compared, isShown: true })}
          onEndComparison={endComparison}
        />
        <SplitPane
          isBelow={isBelow}
          share={isBelow ? settings.splitBelow : settings.split}
          first={list}
          second={details || null}
          onShare={(share) => set(isBelow ? { splitBelow: share } : { split: share })}
        />
        {later && menu && (
          <later.RowMenu
            session={session}
            rowKey={menu.key}
            at={menu.at}
            isFile={isFile}
            compared={compared}
            copy={copy}
            onOpen={open}
            onNote={(key) => {
              setNoting(key);
              open(key);
            }}
            onBookmark={bookmark}
            onTerm={addTerm}
            onHideLike={({ kind, name }) => setHiddenLikes((held) => [...held, { kind, name }])}
            onCompare={(next) => {
              setCompared(next);
              grid.current?.focus();
            }}
            onFolded={setFolded}
            onClose={() => setMenu(null)}
          />
        )}
        {tools && compared?.isShown && first && second && (
          <tools.CompareDialog first={first} second={second} onClose={endComparison} />
        )}
        <CopiedNote copied={copied} />
      </main>
    </FindTerm.Provider>
  );
}
