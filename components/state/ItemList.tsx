import { message } from '../../lib/i18n/message';
import type { StateItem } from '../../lib/state/state-item';
import { inWords } from '../../lib/text/in-words';
import { SecretText } from './SecretText';
import { StateMark } from './StateMark';

interface ItemListProps {
  items: readonly StateItem[];
  /** Ids of lines that have just changed. */
  news: ReadonlySet<string>;
  onCopy(text: string): void;
}

/** Lines with their labels. A state is drawn only where something is to be said of it. */
export function ItemList({ items, news, onCopy }: ItemListProps) {
  return (
    <dl class="facts">
      {items.map((item) => (
        <div
          key={item.id}
          class={`fact ${news.has(item.id) ? 'is-new' : ''}`}
          data-fact={item.id}
          data-state={item.state}
          data-new={news.has(item.id) ? '' : undefined}
        >
          <dt>{message(item.label)}</dt>
          <dd>
            {item.state !== 'ok' && <StateMark state={item.state} />}
            {item.text === '' ? (
              <span class="fact-value none">{message('none')}</span>
            ) : (
              <SecretText
                text={inWords(item.text)}
                isSecret={item.isSecret ?? false}
                onCopy={onCopy}
              />
            )}
            {news.has(item.id) && <span class="new-mark">{message('isNew')}</span>}
            {item.note && <p class="fact-note">{inWords(item.note)}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
