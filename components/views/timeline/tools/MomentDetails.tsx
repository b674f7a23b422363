import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { entriesOfPage } from '../../../../lib/facts/page-entries';
import { deriveFacts } from '../../../../lib/facts/page-facts';
import { message } from '../../../../lib/i18n/message';
import type { Marker, SessionEntry, SessionPage } from '../../../../lib/model/session';
import { endpointsOf } from '../../../../lib/session/endpoints-of';
import { stripItems } from '../../../../lib/state/strip-items';
import { formatTime } from '../../../../lib/text/format-time';
import { ItemList } from '../../state/ItemList';
import { DetailsHead } from '../details/DetailsHead';
import { Section } from '../details/Section';

interface MomentDetailsProps {
  moment: Marker;
  entries: readonly SessionEntry[];
  page: SessionPage | undefined;
  isFile: boolean;
  onLabel(label: string): void;
  onCopy(text: string): void;
  onClose(): void;
}

/** A moment that was marked, and how things stood then. */
export function MomentDetails(props: MomentDetailsProps) {
  const { moment, entries, page, isFile, onLabel, onCopy, onClose } = props;
  const [label, setLabel] = useState(moment.label);
  const field = useRef<HTMLInputElement>(null);
  // What was just marked is to be named; what has a name is looked at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is opened
  useLayoutEffect(() => {
    if (!moment.label && !isFile) field.current?.focus();
  }, []);
  const known =
    moment.state && page
      ? deriveFacts(
          moment.state,
          entriesOfPage(entries, page.number).until(moment.at),
          page,
          endpointsOf(moment.state),
        )
      : undefined;
  return (
    <aside class="details" aria-label={message('detailsLabel')} data-moment-details={moment.id}>
      <DetailsHead
        title={message('moment')}
        after={<span class="details-status">{formatTime(moment.at, 0, 'absolute')}</span>}
        onClose={onClose}
      />
      <section class="details-body">
        <Section title={message('momentLabel')}>
          <input
            ref={field}
            class="field"
            name="moment-label"
            aria-label={message('momentLabel')}
            placeholder={message('momentPlaceholder')}
            value={label}
            readOnly={isFile}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              onClose();
            }}
            onInput={(event) => {
              setLabel(event.currentTarget.value);
              onLabel(event.currentTarget.value);
            }}
          />
        </Section>
        <Section title={message('momentState')}>
          {known ? (
            <ItemList items={stripItems(known)} news={new Set()} onCopy={onCopy} />
          ) : (
            <p class="none">{message('reportNoState')}</p>
          )}
        </Section>
      </section>
    </aside>
  );
}
