import { useMemo, useRef, useState } from 'preact/hooks';
import { message } from '../../../../lib/i18n/message';
import { plural } from '../../../../lib/i18n/plural';
import type { SessionEntry } from '../../../../lib/model/session';
import { formatSeconds, formatTime } from '../../../../lib/text/format-time';
import { lanes, overviewOf, type Span, ticksOf, zoomed } from '../../../../lib/timeline/overview';

interface OverviewProps {
  entries: readonly SessionEntry[];
  /** The part of the session that is shown; `null`: all. */
  span: Span | null;
  onSpan(span: Span | null): void;
}

const columns = 240;
const laneHeight = 9;

/** A picture of the session: what happened when. A part is chosen by dragging over it, or by keys. */
export function Overview({ entries, span, onSpan }: OverviewProps) {
  const { from, to, counts } = useMemo(() => overviewOf(entries, columns), [entries]);
  const [drag, setDrag] = useState<{ begin: number; now: number } | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const length = Math.max(1, to - from);
  const timeAt = (clientX: number): number => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return from + Math.max(0, Math.min(1, (clientX - left) / width)) * length;
  };
  const x = (time: number): number => ((time - from) / length) * columns;
  const shown = drag
    ? { from: Math.min(drag.begin, drag.now), to: Math.max(drag.begin, drag.now) }
    : span;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = zoomed(event.key, span, { from, to });
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onSpan(next);
  };
  return (
    <div class="overview" data-overview data-span={span ? `${span.from} ${span.to}` : undefined}>
      <div
        ref={box}
        class="overview-picture"
        role="slider"
        tabIndex={0}
        aria-label={message('overviewLabel')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={span ? Math.round(((span.from - from) / length) * 100) : 0}
        aria-valuetext={
          span
            ? `${formatTime(span.from, 0, 'absolute')} – ${formatTime(span.to, 0, 'absolute')}`
            : plural('overviewAll', entries.length)
        }
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const time = timeAt(event.clientX);
          setDrag({ begin: time, now: time });
        }}
        onPointerLeave={() => setHovered(null)}
        onPointerMove={(event) => {
          setHovered(timeAt(event.clientX));
          if (drag) setDrag({ ...drag, now: timeAt(event.clientX) });
        }}
        onPointerUp={() => {
          // A click chooses nothing: it shows all again.
          onSpan(shown && shown.to - shown.from > length / columns ? shown : null);
          setDrag(null);
        }}
      >
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${columns} ${laneHeight * lanes.length}`}
          preserveAspectRatio="none"
        >
          {lanes.map((lane, row) =>
            counts[lane].map(
              (count, column) =>
                count > 0 && (
                  <rect
                    key={`${lane} ${column}`}
                    class={`lane-${lane}`}
                    x={column}
                    width={1}
                    y={row * laneHeight + laneHeight - Math.min(laneHeight - 1, 2 + count)}
                    height={Math.min(laneHeight - 1, 2 + count)}
                  />
                ),
            ),
          )}
          {shown && (
            <rect
              class="overview-span"
              x={x(shown.from)}
              width={Math.max(0.5, x(shown.to) - x(shown.from))}
              y={0}
              height={laneHeight * lanes.length}
            />
          )}
        </svg>
      </div>
      <div class="overview-axis" aria-hidden="true">
        {ticksOf({ from, to }, 6).map((time) => (
          <span key={time} style={{ insetInlineStart: `${((time - from) / length) * 100}%` }}>
            {length < 10_000 ? formatTime(time, 0, 'absolute') : formatSeconds(time)}
          </span>
        ))}
        {hovered !== null && (
          <b style={{ insetInlineStart: `${((hovered - from) / length) * 100}%` }}>
            {formatTime(hovered, 0, 'absolute')}
          </b>
        )}
      </div>
      <ul class="overview-legend">
        {lanes.map((lane) => (
          <li key={lane} class={`lane-${lane}`}>
            {message(
              (
                {
                  calls: 'laneCalls',
                  requests: 'laneRequests',
                  pushes: 'lanePushes',
                  errors: 'laneErrors',
                } as const
              )[lane],
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
