import { useContext } from 'preact/hooks';
import type { Verdict } from '../../lib/diagnosis/verdict';
import { factsOf } from '../../lib/facts/facts-of';
import type { PageFacts } from '../../lib/facts/page-facts';
import { message } from '../../lib/i18n/message';
import type { StorageWrite, WorkerAction } from '../../lib/model/page-state';
import type { Session } from '../../lib/model/session';
import { agreementItems } from '../../lib/state/agreement-items';
import { cacheItems, firebaseItems } from '../../lib/state/cache-items';
import type { PanelActions, StorageActionName, Undoable } from '../../lib/state/panel-actions';
import { permissionItems } from '../../lib/state/permission-items';
import { sdkItems } from '../../lib/state/sdk-items';
import type { StateItem } from '../../lib/state/state-item';
import { stripItems } from '../../lib/state/strip-items';
import { subscriptionItems } from '../../lib/state/subscription-items';
import { noWorkerItems, registrationItems } from '../../lib/state/worker-items';
import { emptyNotice } from '../../lib/timeline/notice';
import { CopiedNote } from '../CopiedNote';
import { EmptyState } from '../EmptyState';
import { ReadOnly } from '../read-only';
import { useCopy } from '../use-copy';
import { VerdictLine } from '../VerdictLine';
import { ActionButton } from './ActionButton';
import { AgreementStrip } from './AgreementStrip';
import { CacheSection } from './CacheSection';
import { Freshness } from './Freshness';
import { HistoryList } from './HistoryList';
import { ItemList } from './ItemList';
import { rememberUndo } from './remember-undo';
import { StateSection } from './StateSection';
import { useNews } from './use-news';
import { useNow } from './use-now';
import { WorkersSection } from './WorkersSection';

interface StateViewProps {
  session: Session;
  /** What the diagnosis says of the page; absent before it is made. */
  verdict: Verdict | undefined;
  actions: PanelActions;
  /** How a permission is reset in this browser. */
  resetHelp: string;
  undos: readonly Undoable[];
  onUndos(next: readonly Undoable[]): void;
  onReloadPage(): void;
  onRetry(): void;
  onPush?: (() => void) | undefined;
}

/** How long a reading counts as live without another, milliseconds. */
const liveFor = 4_000;

/** Where a line of the strip is told in full. */
const sections: Readonly<Record<string, string>> = {
  'strip.permission': 'permission',
  'strip.worker': 'workers',
  'strip.subscription': 'subscription',
  'strip.token': 'cache',
  'strip.save': 'sdk',
  'agreement.browser': 'workers',
  'agreement.key': 'subscription',
  'agreement.token': 'cache',
  'agreement.save': 'cache',
};

const go = ({ id }: StateItem): void => {
  const heading = document.getElementById(`state-${sections[id]}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
};

const allItems = (known: PageFacts | undefined): readonly StateItem[] =>
  known
    ? [
        ...stripItems(known),
        ...agreementItems(known),
        ...cacheItems(known),
        ...firebaseItems(known),
        ...subscriptionItems(known),
        ...permissionItems(known),
        ...sdkItems(known),
        ...(known.own ? registrationItems(known.own, known) : noWorkerItems(known)),
      ]
    : [];

/** What the origin and the SDK hold, side by side, and whether the parts agree. */
export function StateView(props: StateViewProps) {
  const { session, actions, undos, onUndos } = props;
  const { state, pages, entries, connection } = session;
  const page = pages.at(-1);
  const isFile = useContext(ReadOnly);
  const now = useNow();
  const { copied, copy } = useCopy();
  const known = factsOf(session);
  const news = useNews(allItems(known), state?.document ?? '');
  const isLive = connection !== 'unreachable' && state !== null && now - state.readAt < liveFor;
  const origin = page && URL.canParse(page.url) ? new URL(page.url).origin : '';

  const remember = (next: Omit<Undoable, 'id' | 'origin'>) =>
    onUndos(rememberUndo(undos, { ...next, origin }));
  const changeStorage = async (
    name: StorageActionName,
    target: string,
    writes: StorageWrite[],
  ): Promise<void> => {
    const undo = await actions.changeStorage(name, writes);
    remember({ name, target, undo });
  };
  const takeBack = async (undoable: Undoable): Promise<void> => {
    const name = undoable.name === 'make-stale' ? 'restore' : 'undo';
    await actions.changeStorage(name, undoable.undo.writes);
    onUndos(undos.filter(({ id }) => id !== undoable.id));
  };
  const act = async (action: WorkerAction): Promise<void> => {
    await actions.actOnWorker(action);
  };

  if (!known || !state) {
    const notice = connection === 'unreachable' ? emptyNotice(session, 0) : null;
    return (
      <main class="state" data-view="state" data-live="no">
        <h1 class="visually-hidden">{message('viewState')}</h1>
        {notice ? (
          <EmptyState
            notice={notice}
            onReloadPage={props.onReloadPage}
            onRetry={props.onRetry}
            onClearFilter={() => {}}
            onStartRecording={() => {}}
          />
        ) : (
          <p class="none state-wait">{message('stateReading')}</p>
        )}
      </main>
    );
  }
  const usable = undos.filter((undoable) => undoable.origin === origin);
  return (
    <main
      class={`state ${isLive || isFile ? '' : 'is-stale'}`}
      data-view="state"
      data-read={state.readAt}
      data-took={state.value.took}
      data-live={isLive ? 'yes' : 'no'}
    >
      <h1 class="visually-hidden">{message('viewState')}</h1>
      <Freshness state={state} isLive={isLive} origin={origin} onRetry={props.onRetry} />
      {page?.opener && (
        <p class="fact-note" data-notice="opener">
          {message('openedBySite')}
        </p>
      )}
      {props.verdict && <VerdictLine verdict={props.verdict} onPush={props.onPush} />}
      <AgreementStrip parts={stripItems(known)} links={agreementItems(known)} onGo={go} />
      {usable.length > 0 && (
        <ul class="undos" aria-label={message('undosLabel')}>
          {usable.map((undoable) => (
            <li key={undoable.id}>
              {message('undoable', undoable.name, undoable.target)}{' '}
              {undoable.undo.lost.length > 0 && (
                <span class="error-text">{message('undoLost', undoable.undo.lost.join(', '))}</span>
              )}
              <ActionButton
                name={undoable.name === 'make-stale' ? 'restore' : 'undo'}
                label={message(undoable.name === 'make-stale' ? 'restoreToken' : 'undo')}
                run={() => takeBack(undoable)}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="state-sections">
        <CacheSection known={known} news={news} onCopy={copy} onChange={changeStorage} />
        <WorkersSection known={known} news={news} actions={actions} onCopy={copy} onAct={act} />
        <StateSection name="subscription" title={message('sectionSubscription')}>
          <ItemList items={subscriptionItems(known)} news={news} onCopy={copy} />
        </StateSection>
        <StateSection name="permission" title={message('sectionPermission')}>
          <ItemList items={permissionItems(known)} news={news} onCopy={copy} />
          <p class="fact-note">{props.resetHelp}</p>
        </StateSection>
        <StateSection name="sdk" title={message('sectionSdk')}>
          <ItemList items={sdkItems(known)} news={news} onCopy={copy} />
        </StateSection>
        <StateSection name="history" title={message('sectionHistory')}>
          <HistoryList changes={session.changes} entries={entries} />
        </StateSection>
      </div>
      <CopiedNote copied={copied} />
    </main>
  );
}
