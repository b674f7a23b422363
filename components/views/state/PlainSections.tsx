import type { PageFacts } from '../../../lib/facts/page-facts';
import { message } from '../../../lib/i18n/message';
import type { Session } from '../../../lib/model/session';
import { permissionItems } from '../../../lib/state/permission-items';
import { sdkItems } from '../../../lib/state/sdk-items';
import { subscriptionItems } from '../../../lib/state/subscription-items';
import { HistoryList } from './HistoryList';
import { ItemList } from './ItemList';
import { StateSection } from './StateSection';

interface PlainSectionsProps {
  known: PageFacts;
  news: ReadonlySet<string>;
  session: Session;
  /** How a permission is reset in this browser. */
  resetHelp: string;
  onCopy(text: string): void;
}

/** The sections in which nothing can be changed: subscription, permission, SDK, what has changed. */
export function PlainSections({ known, news, session, resetHelp, onCopy }: PlainSectionsProps) {
  const [subscription, permission, sdk] = [
    subscriptionItems(known),
    permissionItems(known),
    sdkItems(known),
  ];
  const isRead = !known.own || 'ok' in known.own.subscription;
  return (
    <>
      <StateSection
        name="subscription"
        title={message('sectionSubscription')}
        question={message('askSubscription')}
        items={subscription}
        empty={!known.subscription && isRead ? message('none') : undefined}
      >
        <ItemList items={subscription} news={news} onCopy={onCopy} />
      </StateSection>
      <StateSection
        name="permission"
        title={message('sectionPermission')}
        question={message('askPermissionState')}
        items={permission}
        texts={[resetHelp]}
      >
        <ItemList items={permission} news={news} onCopy={onCopy} />
        <p class="fact-note">{resetHelp}</p>
      </StateSection>
      <StateSection
        name="sdk"
        title={message('sectionSdk')}
        question={message('askSdk')}
        items={sdk}
        empty={known.sdk.entry ? undefined : message('none')}
      >
        <ItemList items={sdk} news={news} onCopy={onCopy} />
      </StateSection>
      <StateSection
        name="history"
        title={message('sectionHistory')}
        question={message('askHistory')}
        texts={session.changes.map(({ where }) => where)}
        empty={session.changes.length === 0 ? message('historyEmpty') : undefined}
      >
        <HistoryList changes={session.changes} entries={session.entries} />
      </StateSection>
    </>
  );
}
