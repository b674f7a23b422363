import { useContext } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { matchesItem } from '../../../lib/state/matches-item';
import type { StateItem } from '../../../lib/state/state-item';
import { Fact } from './Fact';
import { SectionContext } from './section-state';

interface ItemListProps {
  items: readonly StateItem[];
  /** Ids of lines that have just changed. */
  news: ReadonlySet<string>;
  onCopy(text: string): void;
}

/** A value that is not there, of which there is nothing more to be said. */
const isPlainlyMissing = ({ state, text, note }: StateItem): boolean =>
  state === 'missing' && text === '' && !note;

/** Lines with their labels, under the questions that they answer; what is not there is one line together. */
export function ItemList({ items, news, onCopy }: ItemListProps) {
  const { term } = useContext(SectionContext);
  const found = items.filter((item) => matchesItem(item, term));
  const missing = found.filter((item) => isPlainlyMissing(item) && !news.has(item.id));
  const shown = found.filter((item) => !missing.includes(item));
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <div key={group ?? ''}>
          {group && <h3>{message(group)}</h3>}
          <dl class="facts">
            {shown
              .filter((item) => item.group === group)
              .map((item) => (
                <Fact key={item.id} item={item} isNew={news.has(item.id)} onCopy={onCopy} />
              ))}
          </dl>
        </div>
      ))}
      {missing.length > 0 && (
        <p class="facts-missing">
          <span class="none">{message('factsMissing')}</span>{' '}
          {missing.map(({ id, label }, index) => (
            <span key={id} data-fact={id} data-state="missing">
              {index > 0 && ', '}
              {message(label)}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
