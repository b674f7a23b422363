import { beforeAll, describe, expect, test } from 'vitest';
import { diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import { provideMessages } from '../../../lib/i18n/message';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import english from '../../../public/_locales/en/messages.json';
import {
  findIn,
  healthyEntries,
  idsIn,
  makeDiagnosed,
  type SceneParts,
} from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState } from '../../support/make-state';

/* A call that was put off to `load`, and what keeps `load` away. Entries' times count from the page's beginning. */

beforeAll(() => provideMessages(english));

const { timeOrigin } = makePage();
const call = (name: string, readyState: string, after: number, change: object = {}) =>
  makeEntry('call', {
    id: 100 + after,
    name,
    time: timeOrigin + after,
    duration: 1,
    detail: { args: [], readyState, permission: 'granted' },
    ...change,
  } as never);
const early = call('initSubscription', 'loading', 100);
/** The build says when a call is under way, as all since 2023 do. */
const pendingEntries = healthyEntries().map((entry) =>
  entry.kind === 'sdk' ? { ...entry, detail: { ...entry.detail, hasPending: true } } : entry,
);
const bare = makeState({ cache: {}, registrations: [] });
const open = (...urls: string[]) => ({ ...bare, isLoaded: false, open: urls });
const image = 'https://shop.example/held.svg?size=1';

const parts = (more: Partial<SceneParts> & { calls?: readonly (typeof early)[] }): SceneParts => ({
  state: open(image),
  wait: 15_000,
  ...more,
  entries: [...pendingEntries, ...(more.calls ?? [early])],
});

describe('load never comes', () => {
  test('says since when, and what is open, and the second call is folded', () => {
    const second = call('initSubscription', 'interactive', 5_000);
    const [finding, ...others] = findIn(parts({ calls: [early, second] }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ id: 'load-never-came', severity: 'warning', node: 'sdk' });
    expect(finding?.sentence).toContain('initSubscription');
    expect(finding?.sentence).toContain('for 14 s');
    expect(finding?.sentence).toContain('Still loading: /held.svg.');
    expect(finding?.evidence).toContainEqual({ type: 'fact', label: 'still loading', text: image });
    expect(finding?.consequences?.map(({ id }) => id)).toEqual(['init-twice']);
  });

  test('nobody is subscribed yet, and this is why', () => {
    const session = makeDiagnosed(parts({}));
    const diagnosis = diagnoseSession(session, readOutcomes(session));
    expect(diagnosis?.verdict).toMatchObject({ id: 'not-subscribed', finding: 'load-never-came' });
  });

  test.each([
    ['its own HTML', [makePage().url], 'Still loading: the page’s own HTML.'],
    ['two', [image, 'https://cdn.example/a.js'], '/held.svg, https://cdn.example/a.js'],
    ['nothing that can be seen', [], 'cannot be seen from here'],
  ])('open is %s', (_, urls, text) => {
    expect(findIn(parts({ state: open(...urls) }))[0]?.sentence).toContain(text);
  });

  test.each([
    ['suspendSubscription', {}],
    ['updateSubscription', { status: 'pending', duration: undefined }],
  ])('%s waits too', (name, change) => {
    expect(idsIn(parts({ calls: [call(name, 'loading', 100, change)] }))).toContain(
      'load-never-came',
    );
  });

  test.each<[string, Parameters<typeof parts>[0]]>([
    ['the page has loaded', { state: bare }],
    ['it has waited for less than ten seconds', { wait: 9_000 }],
    ['nobody has called', { calls: [] }],
    [
      'the call came when the HTML was there',
      { calls: [call('initSubscription', 'interactive', 100)] },
    ],
    ['an update has ended', { calls: [call('updateSubscription', 'loading', 100)] }],
    ['the state was not read', { unread: true }],
  ])('silent where %s', (_, more) => {
    expect(idsIn(parts(more))).not.toContain('load-never-came');
  });

  test('silent where the document had loaded after the call, and a script has opened it again', () => {
    const again = { state: bare, next: { ...open(image), readAt: timeOrigin + 16_000 } };
    expect(idsIn(parts(again))).not.toContain('load-never-came');
  });
});
