import { type MessageKey, message } from '../i18n/message';

/** A place that a text names. */
export type Place =
  /** A view of the panel; in State one of its sections, by the name of its heading. */
  | { type: 'view'; view: 'state' | 'push'; section?: string }
  /** A page of the browser, which no link opens. */
  | { type: 'browser'; address: string }
  /** An address of the web. */
  | { type: 'web'; address: string };

/** A piece of a text, with the place that it names. */
export interface PlacedText {
  text: string;
  place?: Place;
}

const sections = {
  workers: 'sectionWorkers',
  cache: 'sectionCache',
  subscription: 'sectionSubscription',
  permission: 'sectionPermission',
  sdk: 'sectionSdk',
} as const satisfies Record<string, MessageKey>;

/** Places of the panel as texts write them, `State → Token cache` or `→ Push`. */
const placesOfPanel = (): readonly (readonly [name: string, place: Place])[] => {
  const state = message('viewState');
  return [
    ...Object.entries(sections).map(([section, key]): [string, Place] => [
      `${state} → ${message(key)}`,
      { type: 'view', view: 'state', section },
    ]),
    [`→ ${state}`, { type: 'view', view: 'state' }],
    [`→ ${message('viewPush')}`, { type: 'view', view: 'push' }],
  ];
};

const address =
  /\b(?:chrome|brave):\/\/[\w/-]+(?:\?site=[\w%.-]+)?|\babout:(?!blank\b)[\w#-]+|\bhttps?:\/\/[^\s"'<>()«»“”]+/g;

const placeAt = (text: string): Place =>
  /^https?:/.test(text) ? { type: 'web', address: text } : { type: 'browser', address: text };

/** A sentence goes on, or ends, behind an address. */
const withoutEnd = (text: string): string => {
  let end = text.length;
  while (end > 0 && '.,:;!?'.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
};

const splitAddresses = (text: string): PlacedText[] => {
  const pieces: PlacedText[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const named = withoutEnd(found);
    pieces.push({ text: text.slice(at, index) }, { text: named, place: placeAt(named) });
    at = index + named.length;
  }
  return [...pieces, { text: text.slice(at) }];
};

/** Splits a text at the places that it names. */
export const splitPlaces = (text: string): PlacedText[] => {
  let pieces: PlacedText[] = [{ text }];
  for (const [name, place] of placesOfPanel())
    pieces = pieces.flatMap((piece) =>
      piece.place
        ? [piece]
        : piece.text
            .split(name)
            .flatMap((part, index) =>
              index === 0 ? [{ text: part }] : [{ text: name, place }, { text: part }],
            ),
    );
  return pieces
    .flatMap((piece) => (piece.place ? [piece] : splitAddresses(piece.text)))
    .filter((piece) => piece.text !== '');
};
