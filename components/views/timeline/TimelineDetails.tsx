import type { Annotation, Marker, SessionEntry, SessionPage } from '../../../lib/model/session';
import { findRelated } from '../../../lib/timeline/related';
import { useWhole, useWorkspace } from '../../shell/workspace';

interface TimelineDetailsProps {
  /** What is open: one of the three. */
  entry: SessionEntry | undefined;
  moment: Marker | undefined;
  page: SessionPage | undefined;
  later: typeof import('./later') | undefined;
  tools: typeof import('./tools') | undefined;
  /** Somebody wants to write a note to the entry. */
  isNoting: boolean;
  onRemark(key: string, next: Annotation | null): void;
  onCopy(text: string | Promise<string>): void;
  onSelect(key: string): void;
  onFilter(term: string): void;
  onClose(): void;
}

/** The details of what is open: an entry, a moment or a page. */
export function TimelineDetails(props: TimelineDetailsProps) {
  const { entry, moment, page, later, tools, onCopy, onClose } = props;
  const session = useWhole();
  const { outcomes, page: work, onChange, editCall, onOpenSource } = useWorkspace();
  const { entries, pages, remarks } = session;
  if (entry)
    return later ? (
      <later.Details
        key={entry.key}
        entry={entry}
        page={page}
        related={findRelated(entries, entry)}
        outcome={outcomes.of(entry)}
        remark={remarks[entry.key]}
        isNoting={props.isNoting}
        onAnnotation={(next) => props.onRemark(entry.key, next)}
        onEditCall={editCall}
        onCopy={onCopy}
        onCopyCurl={(request, isWhole) =>
          onCopy(
            import('../../../lib/calls/snippet').then(({ curlLine }) =>
              curlLine(request, isWhole, session),
            ),
          )
        }
        onSelect={props.onSelect}
        onOpenSource={onOpenSource}
        onFilter={props.onFilter}
        onClose={onClose}
      />
    ) : null;
  if (moment)
    return tools ? (
      <tools.MomentDetails
        key={moment.id}
        moment={moment}
        entries={entries}
        page={pages.find(({ number }) => number === moment.page)}
        isFile={work === undefined}
        onLabel={(label) => onChange({ type: 'moment-label', id: moment.id, label })}
        onCopy={onCopy}
        onClose={onClose}
      />
    ) : null;
  return page && later ? (
    <later.PageDetails key={page.document} page={page} onClose={onClose} />
  ) : null;
}
