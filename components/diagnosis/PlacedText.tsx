import { type Place, splitPlaces } from '../../lib/diagnosis/places';
import { message } from '../../lib/i18n/message';

export interface PlacedTextProps {
  text: string;
  onPlace(place: Place & { type: 'view' }): void;
  onCopy(text: string): void;
}

/** A text in which each place that it names can be gone to; of a page of the browser, which no extension may open, the address is copied. */
export function PlacedText({ text, onPlace, onCopy }: PlacedTextProps) {
  const pieces = splitPlaces(text);
  const isOfBrowser = pieces.some(({ place }) => place?.type === 'browser');
  return (
    <>
      {pieces.map(({ text: piece, place }, index) => {
        const key = `${index} ${piece}`;
        if (!place) return <span key={key}>{piece}</span>;
        if (place.type === 'web')
          return (
            <a
              key={key}
              class="link"
              data-place="web"
              href={place.address}
              target="_blank"
              rel="noreferrer"
            >
              {piece}
            </a>
          );
        if (place.type === 'view')
          return (
            <button
              key={key}
              type="button"
              class="link"
              data-place={place.view}
              data-section={place.section}
              onClick={() => onPlace(place)}
            >
              {piece}
            </button>
          );
        return (
          <span key={key} data-place="browser">
            <code>{piece}</code>{' '}
            <button
              type="button"
              class="button"
              data-action="copy-address"
              onClick={() => onCopy(place.address)}
            >
              {message('exportCopy')}
            </button>
          </span>
        );
      })}
      {isOfBrowser && <span class="none"> {message('placeOfBrowser')}</span>}
    </>
  );
}
