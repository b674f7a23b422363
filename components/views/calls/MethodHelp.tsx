import type { MethodName } from '../../../lib/akpush/methods';
import { sdkGuideIn } from '../../../lib/akpush/sdk-guide';
import { type MessageKey, message } from '../../../lib/i18n/message';

const texts: Readonly<Record<MethodName, MessageKey>> = {
  initSubscription: 'methodHelpInit',
  updateSubscription: 'methodHelpUpdate',
  suspendSubscription: 'methodHelpSuspend',
  removeToken: 'methodHelpRemove',
  subscribe: 'methodHelpSubscribe',
  unsubscribe: 'methodHelpUnsubscribe',
};

/** What a method does, in one sentence, and where Altcraft describes it. */
export function MethodHelp({ method }: { method: MethodName }) {
  const topic = message('sdkMethodsGuide');
  return (
    <p class="fact-note method-help" data-method-help={method}>
      {message(texts[method])}{' '}
      <a
        class="link"
        href={sdkGuideIn(message('locale'))}
        target="_blank"
        rel="noreferrer"
        aria-label={`${topic}, ${message('opensNewTab')}`}
        title={message('opensNewTab')}
      >
        {topic} ↗
      </a>
    </p>
  );
}
