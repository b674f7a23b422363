import { message } from '../../../../lib/i18n/message';
import type { SessionPage } from '../../../../lib/model/session';
import { formatTime } from '../../../../lib/text/format-time';
import { DetailsHead } from './DetailsHead';
import { Fields } from './Fields';
import { Section } from './Section';

interface PageDetailsProps {
  page: SessionPage;
  onClose(): void;
}

/** A page that the tab has shown. */
export function PageDetails({ page, onClose }: PageDetailsProps) {
  return (
    <aside class="details" aria-label={message('detailsLabel')}>
      <DetailsHead title={message('page')} onClose={onClose} />
      <div class="details-body">
        <Section title={message('page')}>
          <Fields
            fields={[
              ['URL', page.url],
              [message('pageStart'), formatTime(page.timeOrigin, 0, 'absolute')],
              ['AKPush', message(page.sdk ? 'pageSdk' : 'pageNoSdk')],
              [message('recording'), !page.hooked && message('reloadNeededText')],
            ]}
          />
        </Section>
      </div>
    </aside>
  );
}
