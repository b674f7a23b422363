// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row

import { message } from '../lib/i18n/message';
import { kinds, shownAs } from '../lib/model/kinds';
import type { Annotation } from '../lib/model/session';
import type { Outcome } from '../lib/outcome/outcome';
import { formatDuration } from '../lib/text/format-duration';
import { inWords } from '../lib/text/in-words';
import { statusLabel } from '../lib/text/status-label';
import { summarize } from '../lib/text/summary';
import { formatTime } from '../lib/timeline/format-time';
import type { EntryRow as EntryRowData } from '../lib/timeline/rows';
import type { Settings } from '../lib/timeline/settings';
import { Icon } from './Icon';
import { KindTag } from './KindTag';
import { rowId } from './row-id';
import { SeverityMark } from './SeverityMark';

interface EntryRowProps {
  row: EntryRowData;
  /** Place in the whole list, from 0. */
  index: number;
  top: number;
  isSelected: boolean;
  time: Settings['time'];
  /** What became of a call. */
  outcome: Outcome | undefined;
  remark: Annotation | undefined;
}

/** A line of the list. Its `data-` attributes are relied on by tests and by people's own automation. */
export function EntryRow({ row, index, top, isSelected, time, outcome, remark }: EntryRowProps) {
  const { entry, page, level, isFolded, isContext } = row;
  // That an instance was made says the row by itself.
  const told = outcome && outcome.id !== 'created' ? outcome : undefined;
  const isMade = page?.made.includes(entry.id) === true;
  const summary = summarize(entry);
  const sign = told?.severity ?? (entry.status === 'failed' ? 'error' : undefined);
  const timeOrigin = page?.timeOrigin ?? entry.time;
  return (
    <div
      role="row"
      id={rowId(entry.key)}
      class={`row ${isContext ? 'row-context' : ''}`}
      style={{ top: `${top}px` }}
      data-id={entry.key}
      data-kind={shownAs(entry.kind)}
      data-step={kinds[entry.kind].stepOf && 'yes'}
      data-name={entry.name}
      data-status={entry.status}
      data-url={entry.url}
      data-outcome={outcome?.id}
      data-bookmarked={remark?.isBookmarked ? 'yes' : undefined}
      data-note={remark?.note ? 'yes' : undefined}
      data-made={isMade ? 'panel' : undefined}
      aria-level={level}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-expanded={isFolded === null ? undefined : !isFolded}
    >
      <span role="gridcell" class="cell cell-time">
        {formatTime(entry.time, timeOrigin, time)}
      </span>
      <span role="gridcell" class="cell cell-kind">
        <KindTag kind={entry.kind} />
      </span>
      <span role="gridcell" class="cell cell-sign" title={told && inWords(told.sentence)}>
        {sign && <SeverityMark severity={sign} />}
      </span>
      <span role="gridcell" class="cell cell-name" style={{ paddingLeft: `${(level - 1) * 14}px` }}>
        <span class="twisty">
          {isFolded !== null && <Icon name={isFolded ? 'folded' : 'unfolded'} />}
        </span>
        {remark?.isBookmarked && (
          <span class="row-bookmark" title={message('bookmark')}>
            ★<span class="visually-hidden">{message('bookmark')}</span>{' '}
          </span>
        )}
        {entry.name}
        {remark?.note && (
          <span class="made" title={remark.note}>
            {message('note')}
          </span>
        )}
        {isMade && (
          <span class="made" title={message('madeByPanel')}>
            {message(entry.kind === 'event' ? 'synthetic' : 'byPanel')}
          </span>
        )}
      </span>
      <span
        role="gridcell"
        class="cell cell-summary"
        title={told ? `${inWords(told.sentence)}\n${summary}` : summary}
      >
        {told && (
          <>
            <span class="outcome-text">{inWords(told.sentence)}</span>{' '}
          </>
        )}
        {summary}
      </span>
      <span role="gridcell" class="cell cell-status">
        {statusLabel(entry)}
      </span>
      <span role="gridcell" class="cell cell-duration">
        {entry.duration === undefined ? '' : formatDuration(entry.duration)}
      </span>
    </div>
  );
}
