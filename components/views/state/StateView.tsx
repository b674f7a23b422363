import { useMemo, useRef, useState } from 'preact/hooks';
import { factsOf } from '../../../lib/facts/facts-of';
import type { PageFacts } from '../../../lib/facts/page-facts';
import { message } from '../../../lib/i18n/message';
import { currentDocument } from '../../../lib/model/current-document';
import type { StorageWrite, WorkerAction } from '../../../lib/model/page-state';
import { agreementItems } from '../../../lib/state/agreement-items';
import { matchesItem } from '../../../lib/state/matches-item';
import type { StorageActionName, Undoable } from '../../../lib/state/panel-actions';
import { stateAsText } from '../../../lib/state/state-as-text';
import type { StateItem } from '../../../lib/state/state-item';
import { stateSections } from '../../../lib/state/state-sections';
import { stripItems } from '../../../lib/state/strip-items';
import { emptyNotice } from '../../../lib/timeline/notice';
import { useWorkspace } from '../../shell/workspace';
import { CopiedNote } from '../../ui/CopiedNote';
import { EmptyState } from '../../ui/EmptyState';
import { FindInView } from '../../ui/find/FindInView';
import { useCopy } from '../../ui/use-copy';
import { VerdictLine } from '../../ui/VerdictLine';
import { AgreementStrip } from './AgreementStrip';
import { CacheSection } from './CacheSection';
import { Freshness } from './Freshness';
import { NewsNote } from './NewsNote';
import { PlainSections } from './PlainSections';
import { ReadState } from './ReadState';
import { rememberUndo } from './remember-undo';
import { StateTools } from './StateTools';
import { SectionContext } from './section-state';
import { useNews } from './use-news';
import { WorkersSection } from './WorkersSection';

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

const allItems = (known: PageFacts | undefined): readonly StateItem[] =>
  known
    ? [
        ...stripItems(known),
        ...agreementItems(known),
        ...stateSections(known).flatMap(({ items }) => items),
      ]
    : [];

/** What the origin and the SDK hold, side by side, and whether the parts agree. */
export function StateView() {
  const workspace = useWorkspace();
  const { session, diagnosis, page: work, settings, onSettings } = workspace;
  const { state, pages, connection } = session;
  const page = currentDocument({ pages });
  const { copied, copy } = useCopy();
  const known = factsOf(session);
  const items = useMemo(() => allItems(known), [known]);
  const news = useNews(items, state?.document ?? '');
  const main = useRef<HTMLElement>(null);
  const [filter, setFilter] = useState('');
  const [isSearched, setIsSearched] = useState(false);
  const term = filter.trim().toLowerCase();
  const origin = page && URL.canParse(page.url) ? new URL(page.url).origin : '';

  const remember = (next: Omit<Undoable, 'id' | 'origin'>) =>
    work?.onUndos((held) => rememberUndo(held, { ...next, origin }));
  const changeStorage = async (
    name: StorageActionName,
    target: string,
    writes: StorageWrite[],
  ): Promise<void> => {
    const undo = await work?.actions.changeStorage(name, writes);
    if (undo) remember({ name, target, undo });
  };
  const act = async (action: WorkerAction): Promise<void> => {
    await work?.actions.actOnWorker(action);
  };

  const fold = (name: string, isFolded: boolean) =>
    onSettings({ ...settings, folded: { ...settings.folded, [name]: isFolded } });
  const go = ({ id }: StateItem): void => {
    const name = sections[id] ?? '';
    setFilter('');
    fold(name, false);
    const heading = document.getElementById(`state-${name}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };

  if (!known || !state) {
    const notice = connection === 'unreachable' ? emptyNotice(session, 0) : null;
    return (
      <main class="state" data-view="state" data-live="no">
        <h1 class="visually-hidden">{message('viewState')}</h1>
        {notice ? (
          <EmptyState
            notice={notice}
            onReloadPage={() => work?.onReloadPage()}
            onRetry={() => work?.onRetry()}
            onClearFilter={() => {}}
            onStartRecording={() => {}}
          />
        ) : (
          <p class="none state-wait">{message('stateReading')}</p>
        )}
      </main>
    );
  }
  const found = items.filter((item) => !(item.id in sections) && matchesItem(item, term)).length;
  return (
    <ReadState main={main}>
      <h1 class="visually-hidden">{message('viewState')}</h1>
      <FindInView root={main} onOpen={setIsSearched} />
      <Freshness origin={origin} onRetry={() => work?.onRetry()} />
      {page?.opener && (
        <p class="fact-note" data-notice="opener">
          {message('openedBySite')}
        </p>
      )}
      {diagnosis && (
        <VerdictLine
          verdict={diagnosis.verdict}
          onPush={work && (() => workspace.showView('push'))}
        />
      )}
      <AgreementStrip
        parts={stripItems(known)}
        links={agreementItems(known)}
        chain={diagnosis?.chain}
        onGo={go}
      />
      <StateTools
        filter={filter}
        found={found}
        onFilter={setFilter}
        onCopyAll={() => copy(stateAsText(known, origin))}
      />
      <SectionContext.Provider value={{ term, isSearched, folded: settings.folded, onFold: fold }}>
        <div class="state-sections">
          <CacheSection known={known} news={news} onCopy={copy} onChange={changeStorage} />
          <WorkersSection
            known={known}
            news={news}
            actions={work?.actions}
            onCopy={copy}
            onAct={act}
          />
          <PlainSections
            known={known}
            news={news}
            session={session}
            resetHelp={workspace.resetHelp}
            onCopy={copy}
          />
        </div>
      </SectionContext.Provider>
      <NewsNote items={items} news={news} />
      <CopiedNote copied={copied} />
    </ReadState>
  );
}
