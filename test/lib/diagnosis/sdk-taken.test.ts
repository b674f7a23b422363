import { expect, test } from 'vitest';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';

/* A page that has put something of its own into `window.AKPush` before the SDK came: the SDK leaves it so. */

provideEnglish();

const build = 'https://shop.example/ak-push.js';
const stub = (members: string[] = [], script = 'https://shop.example/app.js') =>
  makeEntry('sdk', { id: 1, name: 'G2', detail: { members, script } });
const [, made] = healthyEntries();
if (!made) throw new Error('There is always an instance.');

test('an instance without methods proves it; without an instance it is a guess', () => {
  const page = { scripts: [build] };
  const [found] = findIn({ entries: [stub(), made], page });
  expect(found).toMatchObject({ id: 'sdk-taken', severity: 'error' });
  expect(found?.sentence).toContain('ak-push.js');
  // It is no second SDK.
  expect(found?.consequences?.map(({ id }) => id)).toContain('two-sdks');
  const guess = findIn({ entries: [stub()], page }).find(({ id }) => id === 'sdk-taken');
  expect(guess).toMatchObject({ severity: 'warning', isGuess: true });
});

test.each([
  ['that has methods', [stub(['initSubscription']), made], [build]],
  ['of a page that has no other script of the SDK', [stub(), made], []],
  ['that the SDK’s own script has brought', [stub([], build)], [build]],
] as const)('nothing is said of one %s', (_, entries, scripts) => {
  expect(idsIn({ entries: [...entries], page: { scripts: [...scripts] } })).not.toContain(
    'sdk-taken',
  );
});

test('a stand-in with the SDK’s methods is told by its instance, which has no configuration', () => {
  const made = makeEntry('call', { id: 2, name: 'constructor', detail: { config: undefined } });
  const entries = [stub(['initSubscription', 'updateSubscription']), made];
  const [found] = findIn({ entries, page: { scripts: [build] } });
  expect(found).toMatchObject({ id: 'sdk-taken', severity: 'error' });
  expect(idsIn({ entries: entries.slice(0, 1), page: { scripts: [build] } })).not.toContain(
    'sdk-taken',
  );
});

test.each(['before', 'after'])(
  'a class that has an instance of the SDK, made %s its own, is none',
  (when) => {
    const own = makeEntry('call', { id: 9, name: 'constructor', detail: { config: undefined } });
    const instances = when === 'before' ? [made, own] : [own, made];
    const entries = [stub(['initSubscription']), ...instances];
    expect(idsIn({ entries, page: { scripts: [build] } })).not.toContain('sdk-taken');
  },
);
