import { useState } from 'preact/hooks';
import { entriesOfPage } from '../../lib/facts/page-entries';
import { deriveFacts } from '../../lib/facts/page-facts';
import { message } from '../../lib/i18n/message';
import type { Marker, SessionEntry, SessionPage } from '../../lib/model/session';
import { endpointsOf } from '../../lib/session/endpoints-of';
import { stripItems } from '../../lib/state/strip-items';
import { formatTime } from '../../lib/timeline/format-time';
import { Section } from '../details/Section';
import { IconButton } from '../IconButton';
import { ItemList } from '../state/ItemList';

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
      <header class="details-head">
        <h2>{message('moment')}</h2>
        <span class="details-status">{formatTime(moment.at, 0, 'absolute')}</span>
        <span class="details-actions">
          <IconButton
            icon="close"
            label={message('closeDetails')}
            shortcut="Esc"
            onClick={onClose}
          />
        </span>
      </header>
      <section class="details-body">
        <Section title={message('momentLabel')}>
          <input
            class="field"
            name="moment-label"
            aria-label={message('momentLabel')}
            value={label}
            readOnly={isFile}
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
