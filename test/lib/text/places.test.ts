import { beforeEach, expect, test } from 'vitest';
import { splitPlaces } from '../../../lib/text/places';
import { provideEnglish } from '../../../scripts/provide-english';

beforeEach(provideEnglish);

const placesIn = (text: string) => splitPlaces(text).flatMap(({ place }) => place ?? []);

test.each([
  ['State → Token cache can delete it.', [{ type: 'view', view: 'state', section: 'cache' }]],
  ['send one: → Push.', [{ type: 'view', view: 'push' }]],
  ['check it: → State.', [{ type: 'view', view: 'state' }]],
  ['chrome://gcm-internals says so', [{ type: 'browser', address: 'chrome://gcm-internals' }]],
  ['in brave://settings/privacy.', [{ type: 'browser', address: 'brave://settings/privacy' }]],
  [
    'see about:networking#websockets.',
    [{ type: 'browser', address: 'about:networking#websockets' }],
  ],
  ['at https://shop.example/a.js, now', [{ type: 'web', address: 'https://shop.example/a.js' }]],
  ['about:blank, and what is about: it; State of things', []],
])('%s', (text, places) => {
  expect(placesIn(text)).toEqual(places);
  expect(
    splitPlaces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
