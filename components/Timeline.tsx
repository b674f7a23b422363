import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { message } from '../lib/i18n/message';
import {
  type Annotation,
  parentKeyOf,
  type Session,
  type SessionEntry,
} from '../lib/model/session';
import type { Outcomes } from '../lib/outcome/outcomes';
import type { SessionChange } from '../lib/session/session-change';
import { entryNumber } from '../lib/text/entry-number';
import { asksForRemarks, readFilter } from '../lib/timeline/filter';
import { addFilterTerm } from '../lib/timeline/filter-term';
import { countKinds } from '../lib/timeline/kind-counts';
import { isLike, type Like } from '../lib/timeline/like';
import { bannerNotices, emptyNotice } from '../lib/timeline/notice';
import type { Span } from '../lib/timeline/overview';
import { findRelated } from '../lib/timeline/related';
import { buildRows, foldableKeys } from '../lib/timeline/rows';
import type { Settings } from '../lib/timeline/settings';
import { toggleBookmark } from '../lib/timeline/toggle-bookmark';
import { Banner } from './Banner';
import { ContextMenu, type Point } from './ContextMenu';
import { CopiedNote } from './CopiedNote';
import { Details } from './details/Details';
import { PageDetails } from './details/PageDetails';
import { EmptyState } from './EmptyState';
import { FindTerm } from './find-term';
import { HiddenBar } from './HiddenBar';
import { ReadOnly } from './read-only';
import { entryMenu, pageMenu } from './row-menu';
import { SplitPane } from './SplitPane';
import { shortcutOf } from './shortcut';
import { TimelineList } from './TimelineList';
import { Toolbar } from './Toolbar';
import { useChunk } from './use-chunk';
import { useCopy } from './use-copy';
import { useNarrow } from './use-narrow';
import { useWarmSearch } from './use-warm-search';

/** Whether an entry is not shown: it is like one that was hidden, or outside of a span of time. */
export type Hides = ((entry: SessionEntry) => boolean) | undefined;

interface TimelineProps {
  session: Session;
  outcomes: Outcomes;
  /** The entry that is open at first. */
  shown: string | null;
  /** Which entry is selected. */
  onSelected(key: string | null): void;
  /** What is not shown, besides by filter and kind; `undefined` for nothing. */
  onHides(hides: Hides): void;
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

const loadTools = () => import('./tools');

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

  const isFile = useContext(ReadOnly);
  const { hiddenKinds, grouping } = settings;
  const { remarks, moments } = session;
  const [term, setTerm] = useState('');
  const [isSearching, setIsSearching] = useState(false);
  const [hiddenLikes, setHiddenLikes] = useState<readonly Like[]>([]);
  const [span, setSpan] = useState<Span | null>(null);
  const [noting, setNoting] = useState<string | null>(null);
  const [compared, setCompared] = useState<readonly [string, string?]>();
  const isToolAsked =
    isSearching || settings.overview || selected?.startsWith('moment:') || compared?.[1];
  const tools = useChunk(loadTools, Boolean(isToolAsked));
  // Read again when a bookmark changes, only where the filter asks for one.
  const asked = asksForRemarks(settings.filter) ? remarks : undefined;
  const filter = useMemo(() => readFilter(settings.filter, asked), [settings.filter, asked]);
  const isHidden = useMemo(
    () =>
      hiddenLikes.length > 0 || span
        ? (entry: SessionEntry) =>
            hiddenLikes.some((like) => isLike(like, entry)) ||
            (span !== null && (entry.time < span.from || entry.time > span.to))
        : undefined,
    [hiddenLikes, span],
  );
  const { onHides } = props;
  useEffect(() => {
    onHides(isHidden);
    return () => onHides(undefined);
  }, [isHidden, onHides]);
  const { rows, matches } = useMemo(
    () =>
      buildRows(pages, entries, {
        filter,
        hiddenKinds,
        folded,
        grouping,
        moments,
        ...(isHidden && { isHidden }),
      }),
    [pages, entries, filter, hiddenKinds, folded, grouping, moments, isHidden],
  );
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

  const act = {
    find: () => {},
    search: () => setIsSearching(true),
    clear,
    record: () => record(!session.recording),
  };
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
    if (target) {
      const first = entries.find(({ key }) => key === compared?.[0]);
      return entryMenu(target, {
        copy,
        addTerm,
        ...folding,
        hideLike: () =>
          setHiddenLikes((held) => [...held, { kind: target.kind, name: target.name }]),
        compare:
          first && first.key !== target.key
            ? {
                label: message('compareWith', `${entryNumber(first)} ${first.name}`),
                run: () => setCompared([first.key, target.key]),
              }
            : { label: message('compareMark'), run: () => setCompared([target.key]) },
        remarks: isFile
          ? []
          : [
              {
                label: message(remarks[target.key]?.isBookmarked ? 'unbookmark' : 'bookmark'),
                run: () => remark(target.key, toggleBookmark(remarks[target.key])),
              },
              {
                label: message('writeNote'),
                run: () => {
                  setNoting(target.key);
                  open(target.key);
                },
              },
            ],
      });
    }
    const targetPage = pages.find(({ number }) => `page:${number}` === menu?.key);
    return targetPage ? pageMenu(targetPage, { copy, ...folding }) : [];
  };

  const moment = moments.find(({ id }) => `moment:${id}` === selected);
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
      remarks={remarks}
      onBookmark={(key) => {
        if (!isFile && entries.some((each) => each.key === key))
          remark(key, toggleBookmark(remarks[key]));
      }}
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
        remark={remarks[entry.key]}
        isNoting={noting === entry.key}
        onAnnotation={(next) => remark(entry.key, next)}
        onEditCall={props.onEditCall}
        onCopy={copy}
        onCopyCurl={(request, isWhole) =>
          copy(
            import('../lib/calls/snippet').then(({ curlLine }) =>
              curlLine(request, isWhole, session),
            ),
          )
        }
        onSelect={follow}
        onOpenSource={props.onOpenSource}
        onFilter={addTerm}
        onClose={close}
      />
    ) : isOpen && moment && tools ? (
      <tools.MomentDetails
        key={moment.id}
        moment={moment}
        entries={entries}
        page={pages.find(({ number }) => number === moment.page)}
        isFile={isFile}
        onLabel={(label) => onChange({ type: 'moment-label', id: moment.id, label })}
        onCopy={copy}
        onClose={close}
      />
    ) : isOpen && page ? (
      <PageDetails key={page.document} page={page} onClose={close} />
    ) : null;

  const shownEntries = useMemo(
    () => (isSearching ? rows.flatMap((row) => (row.type === 'entry' ? [row.entry] : [])) : []),
    [isSearching, rows],
  );
  const [a, b] = (compared?.[1] ? compared : []).map((key) =>
    entries.find((each) => each.key === key),
  );

  return (
    <FindTerm.Provider value={term}>
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
          onSearch={() => setIsSearching(true)}
          onMoment={() => onChange({ type: 'moment', at: Date.now(), label: '' })}
        />
        {tools && settings.overview && (
          <tools.Overview entries={entries} span={span} onSpan={setSpan} />
        )}
        {tools && isSearching && (
          <tools.FindBar
            entries={shownEntries}
            selected={selected}
            onSelect={open}
            onTerm={setTerm}
            onClose={() => {
              setIsSearching(false);
              grid.current?.focus();
            }}
          />
        )}
        <HiddenBar
          hidden={hiddenLikes}
          hasSpan={span !== null}
          onShow={(like) => setHiddenLikes((held) => held.filter((each) => each !== like))}
          onShowAll={() => {
            setHiddenLikes([]);
            setSpan(null);
          }}
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
        {tools && a && b && (
          <tools.CompareDialog first={a} second={b} onClose={() => setCompared(undefined)} />
        )}
        <CopiedNote copied={copied} />
      </main>
    </FindTerm.Provider>
  );
}
