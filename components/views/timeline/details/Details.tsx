import type { ComponentType } from 'preact';
import { message } from '../../../../lib/i18n/message';
import type { EntryKind } from '../../../../lib/model/entry';
import { isByPanel } from '../../../../lib/model/is-by-panel';
import type { Annotation, SessionEntry, SessionPage } from '../../../../lib/model/session';
import type { Outcome } from '../../../../lib/outcome/outcome';
import { entryNumber } from '../../../../lib/text/entry-number';
import { formatDuration } from '../../../../lib/text/format-duration';
import { formatTime } from '../../../../lib/text/format-time';
import { statusLabel } from '../../../../lib/text/status-label';
import { entryJson } from '../../../../lib/timeline/entry-json';
import type { Related } from '../../../../lib/timeline/related';
import { toggleBookmark } from '../../../../lib/timeline/toggle-bookmark';
import { useWorkspace } from '../../../shell/workspace';
import { EntryLink } from '../../../ui/EntryLink';
import { IconButton } from '../../../ui/IconButton';
import { KindTag } from '../../../ui/KindTag';
import { StackTrace } from '../../../ui/StackTrace';
import { ActionDetails } from './ActionDetails';
import { AnnotationSection } from './AnnotationSection';
import { CallDetails } from './CallDetails';
import { DetailsHead } from './DetailsHead';
import type { DetailActions, DetailProps } from './detail-props';
import { ErrorDetails } from './ErrorDetails';
import { EventDetails } from './EventDetails';
import { Fields } from './Fields';
import { PermissionDetails } from './PermissionDetails';
import { PlainDetails } from './PlainDetails';
import { PushDetails } from './PushDetails';
import { RequestDetails } from './RequestDetails';
import { SdkDetails } from './SdkDetails';
import { Section } from './Section';
import { SubscriptionDetails } from './SubscriptionDetails';
import { WorkerDetails } from './WorkerDetails';

interface DetailsProps extends DetailActions {
  entry: SessionEntry;
  page: SessionPage | undefined;
  related: Related;
  outcome: Outcome | undefined;
  remark: Annotation | undefined;
  /** Whether somebody has just asked to write a note. */
  isNoting: boolean;
  onAnnotation(remark: Annotation | null): void;
  onFilter(term: string): void;
  onClose(): void;
}

const parts: { [K in EntryKind]: ComponentType<DetailProps<K>> } = {
  sdk: SdkDetails,
  call: CallDetails,
  event: EventDetails,
  request: RequestDetails,
  permission: PermissionDetails,
  subscription: SubscriptionDetails,
  worker: WorkerDetails,
  error: ErrorDetails,
  push: PushDetails,
  'worker-step': PlainDetails,
  action: ActionDetails,
};

/** All that is known of an entry. */
export function Details(props: DetailsProps) {
  const {
    entry,
    page,
    related,
    outcome,
    remark,
    onAnnotation,
    onFilter,
    onCopy,
    onSelect,
    onOpenSource,
    onEditCall,
  } = props;
  const isFile = useWorkspace().page === undefined;
  const Part = parts[entry.kind] as ComponentType<DetailProps<EntryKind>>;
  const { cause, candidates } = related;
  const isStackOfError = entry.kind === 'error' && entry.stack === entry.detail.error.stack;
  return (
    <aside class="details" aria-label={message('detailsLabel')}>
      <DetailsHead
        title={entry.name}
        before={
          <>
            <span class="details-id">{entryNumber(entry)}</span>
            <KindTag kind={entry.kind} />
          </>
        }
        after={
          <>
            {isByPanel(entry) && <span class="made">{message('madeByPanel')}</span>}
            <span class={`details-status status-${entry.status}`}>{statusLabel(entry)}</span>
          </>
        }
        actions={
          <>
            {!isFile && (
              <IconButton
                icon="star"
                action="bookmark"
                label={message(remark?.isBookmarked ? 'unbookmark' : 'bookmark')}
                shortcut="B"
                isPressed={remark?.isBookmarked === true}
                onClick={() => onAnnotation(toggleBookmark(remark))}
              />
            )}
            <IconButton
              icon="filter"
              label={message('filterByName', entry.name)}
              onClick={() => onFilter(`name:"${entry.name}"`)}
            />
            <IconButton
              icon="copy"
              label={message('copyJson')}
              onClick={() => onCopy(entryJson(entry))}
            />
          </>
        }
        onClose={props.onClose}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="details-body" tabIndex={0} aria-label={entry.name}>
        <Part
          entry={entry}
          detail={entry.detail}
          related={related}
          outcome={outcome}
          onCopy={onCopy}
          onCopyCurl={props.onCopyCurl}
          onSelect={onSelect}
          onOpenSource={onOpenSource}
          onEditCall={onEditCall}
        />
        {(!isFile || remark?.note) && (
          <AnnotationSection
            remark={remark}
            isReadOnly={isFile}
            hasFocus={props.isNoting}
            onAnnotation={onAnnotation}
          />
        )}
        <Section title={message('when')}>
          <Fields
            fields={[
              [message('columnTime'), formatTime(entry.time, 0, 'absolute')],
              [
                message('sincePageStart'),
                page && formatTime(entry.time, page.timeOrigin, 'relative'),
              ],
              [
                message('columnDuration'),
                entry.duration === undefined ? null : formatDuration(entry.duration),
              ],
              [message('causedBy'), cause && <EntryLink entry={cause} onSelect={onSelect} />],
              [
                message('causedByOneOf'),
                candidates.length > 0 && (
                  <span class="inline-links">
                    {candidates.map((each) => (
                      <EntryLink key={each.key} entry={each} onSelect={onSelect} />
                    ))}
                  </span>
                ),
              ],
              [message('page'), entry.url],
            ]}
          />
        </Section>
        {entry.stack && !isStackOfError && (
          <Section title={message('stack')}>
            <StackTrace stack={entry.stack} onOpenSource={onOpenSource} />
          </Section>
        )}
      </section>
    </aside>
  );
}
