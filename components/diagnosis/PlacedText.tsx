import { message } from '../../lib/i18n/message';
import { type Place, splitPlaces } from '../../lib/text/places';

export interface PlacedTextProps {
  text: string;
  onPlace(place: Place & { type: 'view' }): void;
  onCopy(text: string): void;
}

/** A text in which each place that it names can be gone to; of a page of the browser, which no extension may open, the address is copied. */
export function PlacedText({ text, onPlace, onCopy }: PlacedTextProps) {
  const pieces = splitPlaces(text);
  const ofBrowser = pieces.flatMap(({ place }) => (place?.type === 'browser' ? place.address : []));
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
          <code key={key} data-place="browser">
            {piece}
          </code>
        );
      })}
      {ofBrowser.length > 0 && <span class="none"> {message('placeOfBrowser')}</span>}
      {ofBrowser.map((address) => (
        <span key={address}>
          {' '}
          <button
            type="button"
            class="button"
            data-action="copy-address"
            onClick={() => onCopy(address)}
          >
            {message('exportCopy')}
          </button>
        </span>
      ))}
    </>
  );
}
