import { useMemo } from 'preact/hooks';
import type { SessionEntry } from '../../../lib/model/session';
import type { Like } from '../../../lib/timeline/like';
import { bannerNotices } from '../../../lib/timeline/notice';
import type { Span } from '../../../lib/timeline/overview';
import type { Row } from '../../../lib/timeline/rows';
import { useWhole, useWorkspace } from '../../shell/workspace';
import { Banner } from './Banner';

interface TimelineBarsProps {
  later: typeof import('./later') | undefined;
  tools: typeof import('./tools') | undefined;
  rows: readonly Row[];
  selected: string | null;
  span: Span | null;
  hiddenLikes: readonly Like[];
  isSearching: boolean;
  /** What is compared. */
  first: SessionEntry | undefined;
  second: SessionEntry | undefined;
  onSpan(span: Span | null): void;
  onHiddenLikes(likes: readonly Like[]): void;
  onOpen(key: string): void;
  onTerm(term: string): void;
  onEndSearch(): void;
  onCompare(): void;
  onEndComparison(): void;
}

/** What stands between the toolbar and the list when it is asked for, or has something to say. */
export function TimelineBars(props: TimelineBarsProps) {
  const { later, tools, rows, span, hiddenLikes, isSearching, first, second } = props;
  const session = useWhole();
  const { settings, page } = useWorkspace();
  const { entries } = session;
  const shownEntries = useMemo(
    () => (isSearching ? rows.flatMap((row) => (row.type === 'entry' ? [row.entry] : [])) : []),
    [isSearching, rows],
  );
  return (
    <>
      {later && <later.News count={entries.length} />}
      {tools && settings.overview && (
        <tools.Overview entries={entries} span={span} onSpan={props.onSpan} />
      )}
      {tools && isSearching && (
        <tools.EntryFindBar
          entries={shownEntries}
          selected={props.selected}
          onSelect={props.onOpen}
          onTerm={props.onTerm}
          onClose={props.onEndSearch}
        />
      )}
      {later && first && (
        <later.CompareBar
          first={first}
          second={second}
          onCompare={props.onCompare}
          onCancel={props.onEndComparison}
        />
      )}
      {later && (
        <later.HiddenBar
          hidden={hiddenLikes}
          hasSpan={span !== null}
          onShow={(like) => props.onHiddenLikes(hiddenLikes.filter((each) => each !== like))}
          onShowAll={() => {
            props.onHiddenLikes([]);
            props.onSpan(null);
          }}
        />
      )}
      {bannerNotices(session).map((each) => (
        <Banner
          key={each}
          notice={each}
          lost={session.lost}
          onReloadPage={() => page?.onReloadPage()}
          onRetry={() => page?.onRetry()}
        />
      ))}
    </>
  );
}
