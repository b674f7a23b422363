import type { PageFacts } from '../../../lib/facts/page-facts';
import { message } from '../../../lib/i18n/message';
import type { WorkerAction } from '../../../lib/model/page-state';
import type { PanelActions } from '../../../lib/state/panel-actions';
import { noWorkerItems, registrationItems } from '../../../lib/state/worker-items';
import { ItemList } from './ItemList';
import { Registration } from './Registration';
import { StateSection } from './StateSection';

interface WorkersSectionProps {
  known: PageFacts;
  news: ReadonlySet<string>;
  /** Absent where nothing can be done: then there are no buttons. */
  actions: PanelActions | undefined;
  onCopy(text: string): void;
  onAct(action: WorkerAction): Promise<void>;
}

/** How many are shown: an origin has a few, a file may have any number. */
const most = 50;

/** Every service worker registration of the origin. */
export function WorkersSection(props: WorkersSectionProps) {
  const { known, news, onCopy } = props;
  const { workers } = known.state;
  const registrations = 'ok' in workers ? workers.ok.registrations : [];
  const items = known.own ? registrationItems(known.own, known) : noWorkerItems(known);
  return (
    <StateSection
      name="workers"
      title={message('sectionWorkers')}
      question={message('askWorkers')}
      items={items}
      texts={registrations.flatMap(({ scope, active }) => [scope, active?.scriptURL ?? ''])}
      empty={'ok' in workers && registrations.length === 0 ? message('none') : undefined}
    >
      {!known.own && <ItemList items={noWorkerItems(known)} news={news} onCopy={onCopy} />}
      {registrations.length === 0 && <p class="none">{message('noRegistrations')}</p>}
      {registrations.slice(0, most).map((registration) => (
        <Registration key={registration.scope} {...props} registration={registration} />
      ))}
      {registrations.length > most && (
        <p class="none">{message('moreRegistrations', registrations.length - most)}</p>
      )}
    </StateSection>
  );
}
