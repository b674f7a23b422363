// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row

import { message } from '../../../lib/i18n/message';
import { isByPanel } from '../../../lib/model/is-by-panel';
import { kinds, shownAs } from '../../../lib/model/kinds';
import type { Annotation } from '../../../lib/model/session';
import type { Outcome } from '../../../lib/outcome/outcome';
import { signOf, toldOutcome } from '../../../lib/outcome/sign-of';
import { formatDuration } from '../../../lib/text/format-duration';
import { formatTime } from '../../../lib/text/format-time';
import { inWords } from '../../../lib/text/in-words';
import { statusLabel } from '../../../lib/text/status-label';
import { summarize } from '../../../lib/text/summary';
import type { EntryRow as EntryRowData } from '../../../lib/timeline/rows';
import type { Settings } from '../../../lib/timeline/settings';
import type { Bar } from '../../../lib/timeline/waterfall';
import { Icon } from '../../ui/Icon';
import { KindTag } from '../../ui/KindTag';
import { SeverityMark } from '../../ui/SeverityMark';
import { rowId } from './row-id';

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
  /** When it was at work, within its call. */
  bar: Bar | undefined;
  /** It is being compared. */
  isMarked: boolean;
  /** Whether it is as the site's contract has it; `undefined`: that says nothing of it. */
  expected: 'met' | 'failed' | undefined;
}

/** A line of the list. Its `data-` attributes are relied on by tests and by people's own automation. */
export function EntryRow(props: EntryRowProps) {
  const { row, index, top, isSelected, time, outcome, remark, bar, expected } = props;
  const { entry, page, level, isFolded, isContext } = row;
  const expectedText = message(expected === 'met' ? 'rowExpected' : 'rowUnexpected');
  const told = toldOutcome(outcome);
  const isMade = isByPanel(entry);
  const summary = summarize(entry);
  const sign = signOf(entry, outcome);
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
      data-frame={row.frame}
      data-outcome={outcome?.id}
      data-bookmarked={remark?.isBookmarked ? 'yes' : undefined}
      data-note={remark?.note ? 'yes' : undefined}
      data-made={isMade ? 'panel' : undefined}
      data-marked={props.isMarked ? 'yes' : undefined}
      data-expected={expected}
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
      <span
        role="gridcell"
        class="cell cell-name"
        title={entry.name}
        style={{ paddingLeft: `${(level - 1) * 14}px` }}
      >
        <span class="twisty">
          {isFolded !== null && <Icon name={isFolded ? 'folded' : 'unfolded'} />}
        </span>
        {remark?.isBookmarked && (
          <span class="row-bookmark" title={message('bookmark')}>
            ★<span class="visually-hidden">{message('bookmark')}</span>{' '}
          </span>
        )}
        {entry.name}
        {expected && (
          <span
            class={`row-expected severity-${expected === 'met' ? 'ok' : 'error'}`}
            role="img"
            aria-label={expectedText}
            title={expectedText}
          >
            {expected === 'met' ? '✓' : '✕'}
          </span>
        )}
        {remark?.note && (
          <span class="made" title={remark.note}>
            {message('note')}
          </span>
        )}
        {row.frame ? (
          <span class="made" title={page?.url}>
            {message('pageFrame')} {page?.embedded?.name.slice(0, 20) || row.frame}
          </span>
        ) : null}
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
      {/* Where there is no summary, the style sheet shows the title here in place of the status. */}
      <span role="gridcell" class="cell cell-status" title={told && inWords(told.sentence)}>
        <span>{statusLabel(entry)}</span>
      </span>
      <span role="gridcell" class="cell cell-duration">
        {entry.duration === undefined ? '' : formatDuration(entry.duration)}
        {bar && (
          <i
            class="bar-of-time"
            style={{
              insetInlineStart: `min(${bar.from * 100}%, 100% - 2px)`,
              width: `max(2px, ${Math.min(bar.size, 1 - bar.from) * 100}%)`,
            }}
          />
        )}
      </span>
    </div>
  );
}
