import { message } from '../../lib/i18n/message';
import type { StateItem } from '../../lib/state/state-item';
import { SecretText } from './SecretText';
import { StateMark } from './StateMark';

interface FactListProps {
  facts: readonly StateItem[];
  /** Ids of facts that have just changed. */
  news: ReadonlySet<string>;
  onCopy(text: string): void;
}

/** Facts with their labels. A state is drawn only where something is to be said of it. */
export function FactList({ facts, news, onCopy }: FactListProps) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div
          key={fact.id}
          class={`fact ${news.has(fact.id) ? 'is-new' : ''}`}
          data-fact={fact.id}
          data-state={fact.state}
          data-new={news.has(fact.id) ? '' : undefined}
        >
          <dt>{message(fact.label)}</dt>
          <dd>
            {fact.state !== 'ok' && <StateMark state={fact.state} />}
            {fact.text === '' ? (
              <span class="fact-value none">{message('none')}</span>
            ) : (
              <SecretText text={fact.text} isSecret={fact.isSecret ?? false} onCopy={onCopy} />
            )}
            {news.has(fact.id) && <span class="new-mark">{message('isNew')}</span>}
            {fact.note && <p class="fact-note">{fact.note}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
