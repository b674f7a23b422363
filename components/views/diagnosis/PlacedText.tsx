import { message } from '../../../lib/i18n/message';
import { isSettingsAddress } from '../../../lib/protocol/settings-address';
import { type Place, splitPlaces } from '../../../lib/text/places';

export interface PlacedTextProps {
  text: string;
  onPlace(place: Place & { type: 'view' }): void;
  onCopy(text: string): void;
  /** Opens a page of the browser's settings; absent where that is not to be had. */
  onOpen?: ((address: string) => void) | undefined;
}

/** A text in which each place that it names can be gone to; of a page of the browser, which no link opens, the address is copied, or the page is opened where the extension may do that. */
export function PlacedText({ text, onPlace, onCopy, onOpen }: PlacedTextProps) {
  const pieces = splitPlaces(text);
  const ofBrowser = pieces.flatMap(({ place }) => (place?.type === 'browser' ? place.address : []));
  const opened = onOpen ? ofBrowser.filter(isSettingsAddress) : [];
  const copied = ofBrowser.filter((address) => !opened.includes(address));
  const button = (address: string, action: string, label: string, act: (of: string) => void) => (
    <span key={address}>
      {' '}
      <button type="button" class="button" data-action={action} onClick={() => act(address)}>
        {label}
        <span class="visually-hidden">: {address}</span>
      </button>
    </span>
  );
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
      {onOpen &&
        opened.map((each) => button(each, 'open-settings', message('openSettings'), onOpen))}
      {copied.length > 0 && <span class="none"> {message('placeOfBrowser')}</span>}
      {copied.map((each) => button(each, 'copy-address', message('exportCopy'), onCopy))}
    </>
  );
}
