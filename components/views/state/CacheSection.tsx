import { readStorageKey } from '../../../lib/akpush/storage-keys';
import { cachePlace } from '../../../lib/facts/cache-facts';
import type { PageFacts } from '../../../lib/facts/page-facts';
import { message } from '../../../lib/i18n/message';
import { type Encoded, textOf } from '../../../lib/model/encoded-value';
import type { StorageWrite } from '../../../lib/model/page-state';
import { cacheItems, firebaseItems } from '../../../lib/state/cache-items';
import type { StorageActionName } from '../../../lib/state/panel-actions';
import { clearAll, makeStale } from '../../../lib/state/storage-edits';
import { ActionButton } from '../../ui/ActionButton';
import { BreakableName } from '../../ui/BreakableName';
import { ItemList } from './ItemList';
import { SecretText } from './SecretText';
import { StateSection } from './StateSection';

interface CacheSectionProps {
  known: PageFacts;
  news: ReadonlySet<string>;
  onCopy(text: string): void;
  /** Changes what is stored; `target` says what, for people. */
  onChange(name: StorageActionName, target: string, writes: StorageWrite[]): Promise<void>;
}

const valueText = (value: Encoded): string => textOf(value) ?? JSON.stringify(value);

/** What the SDK and Firebase's library have stored, and changes of it for testing. */
export function CacheSection({ known, news, onCopy, onChange }: CacheSectionProps) {
  const { cache, state } = known;
  const { databases, local } = state.stored;
  const read = databases.localforage;
  const stores = ('ok' in read ? read.ok?.stores : undefined) ?? [];
  const store = stores.find(({ name }) => name === cachePlace.store);
  const rows = [
    ...(store?.rows ?? []).map((row) => ({ ...row, place: cachePlace as StorageWrite['place'] })),
    ...('ok' in local ? local.ok.rows : []).map((row) => ({ ...row, place: null })),
  ];
  const token = cache.values.token ?? cache.legacy.token;
  const all = clearAll(state);
  const firebase = firebaseItems(known);
  const items = cacheItems(known);
  const isEmpty = rows.length === 0 && firebase.length === 0 && !cache.problem;
  return (
    <StateSection
      name="cache"
      title={message('sectionCache')}
      question={message('askCache')}
      items={[...items, ...firebase]}
      texts={rows.map(({ key }) => key)}
      empty={isEmpty ? message('none') : undefined}
    >
      <ItemList items={items} news={news} onCopy={onCopy} />
      <div class="actions">
        {token && (
          <ActionButton
            name="make-stale"
            label={message('makeStale')}
            verb={message('makeStaleVerb')}
            question={message(
              known.sdk.mode === 'pull' ? 'makeStaleQuestionPull' : 'makeStaleQuestion',
              token.key,
            )}
            run={() => onChange('make-stale', token.key, makeStale(token))}
          />
        )}
        {all.length > 0 && (
          <ActionButton
            name="clear-all"
            label={message('clearAll')}
            verb={message('clearAllVerb')}
            question={message('clearAllQuestion', all.map(({ key }) => key).join(', '))}
            run={() => onChange('clear-all', String(all.length), all)}
          />
        )}
      </div>
      {firebase.length > 0 && (
        <>
          <h3>Firebase</h3>
          <ItemList items={firebase} news={news} onCopy={onCopy} />
        </>
      )}
      <h3>{message('storedKeys')}</h3>
      {rows.length === 0 && <p class="none">{message('storedNothing')}</p>}
      <ul class="stored">
        {rows.map(({ key, value, place }) => (
          <li key={`${place === null} ${key}`} data-key={key}>
            <div class="stored-key">
              <BreakableName text={key} />
              <span class="none">
                {' '}
                {place === null ? 'localStorage' : `${place.database}/${place.store}`}
                {!readStorageKey(key) && ` · ${message('notOfSdk')}`}
              </span>
            </div>
            <SecretText name={key} text={valueText(value)} isSecret={true} onCopy={onCopy} />
            <ActionButton
              name="delete-key"
              label={message('deleteKey')}
              fullLabel={message('deleteNamed', key)}
              question={message('deleteKeyQuestion', key)}
              run={() => onChange('delete-key', key, [{ place, key }])}
            />
          </li>
        ))}
      </ul>
      {store && store.count > store.rows.length && (
        <p class="none">{message('storedMore', store.count - store.rows.length)}</p>
      )}
      {'ok' in local && local.ok.others > 0 && (
        <p class="none">{message('localOthers', local.ok.others)}</p>
      )}
      {'failed' in local && (
        <p class="error-text">
          localStorage: {local.failed.name}: {local.failed.message}
        </p>
      )}
    </StateSection>
  );
}
