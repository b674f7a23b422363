import { beforeAll, describe, expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { tabStatusOf } from '../../../lib/diagnosis/tab-status';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry } from '../../../lib/model/entry';
import english from '../../../public/_locales/en/messages.json';
import { healthyEntries, makeInput, type SceneParts } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeRegistration, makeState, makeWorkerIn } from '../../support/make-state';
import {
  everythingSeen,
  push,
  step,
  workerReport,
  workingEntries,
} from '../../support/seen-session';
import { worded } from '../../support/worded';

/* One verdict for the whole, whatever view says it. */

beforeAll(() => provideMessages(english));

const told = (id: number, name: string, httpStatus = 200): Entry =>
  makeEntry('request', {
    id,
    name: name as 'save',
    time: id * 100,
    duration: 1,
    status: httpStatus === 200 ? 'ok' : 'failed',
    detail: { httpStatus, response: { error: 0 }, body: JSON.stringify({ endpoint }) },
  });
const none = makeState({ cache: null, registrations: [] });
const unasked = makeState({
  cache: null,
  registrations: [],
  permission: { notification: 'default', query: { ok: 'prompt' } },
});
const denied = makeState({ permission: { notification: 'denied', query: { ok: 'denied' } } });
const cached = makeState({ registrations: [makeRegistration({ updateViaCache: 'all' })] });
const all = everythingSeen();
const withFirebase = everythingSeen('firebase');

const cases: readonly [
  name: string,
  parts: SceneParts,
  verdict: string,
  reason: string | undefined,
  status: string | undefined,
][] = [
  ['all was seen, a push too', all, 'works', 'The last push arrived', 'subscribed'],
  ['all but a push', { ...all, pushes: [] }, 'works', '', 'subscribed'],
  [
    'the script was not read',
    { ...all, pushes: [], reports: [] },
    'unknown',
    'worker listens',
    'found',
  ],
  [
    'the script has no push handler',
    { ...all, pushes: [], reports: [{ ...workerReport, hasPushHandler: false }] },
    'broken',
    undefined,
    'problem',
  ],
  ['all was seen in Firebase mode', withFirebase, 'works', 'The last push arrived', 'subscribed'],
  [
    'the save that was accepted carried another token than the cached one, which nothing is held against',
    { ...withFirebase, entries: [...(withFirebase.entries ?? []), told(50, 'save')] },
    'unknown',
    'Altcraft has this token',
    'found',
  ],
  ['no save was seen', {}, 'unknown', 'Altcraft has this token', 'found'],
  [
    'a push that nobody here has sent came',
    { pushes: [push([step('handler'), step('showNotification')], { detail: { way: 'live' } })] },
    'works',
    'The last push arrived',
    'subscribed',
  ],
  ['denied', { ...all, state: denied }, 'broken', undefined, 'problem'],
  [
    'suspended, and all in the browser is there',
    { ...all, entries: [...workingEntries(), told(50, 'suspend')] },
    'broken',
    'suspended',
    'problem',
  ],
  [
    'deleted',
    { ...all, entries: [...workingEntries(), told(50, 'delete')] },
    'broken',
    undefined,
    'problem',
  ],
  [
    'another browser is emulated, what follows from that is no fault of the site',
    {
      ...all,
      state: makeState({
        registrations: [
          makeRegistration({
            active: {
              scriptURL: 'https://shop.example/service-worker.js?browser=Chrome',
              state: 'activated',
            },
          }),
        ],
        permission: { emulated: 'Mozilla/5.0 (iPhone)' },
      }),
    },
    'limited',
    undefined,
    'limited',
  ],
  [
    'the SDK lost the token that Altcraft was told of',
    { ...all, state: makeState({ cache: {} }) },
    'limited',
    undefined,
    'limited',
  ],
  ['a warning', { ...all, state: cached }, 'limited', undefined, 'limited'],
  ['a warning, and no save was seen', { state: cached }, 'limited', undefined, 'limited'],
  [
    'nobody was asked',
    { state: unasked },
    'not-subscribed',
    'notification permission has not been requested',
    'found',
  ],
  ['allowed, nothing called', { state: none }, 'not-subscribed', 'scripts have not asked', 'found'],
  [
    'not watched from its beginning',
    {
      ...all,
      entries: workingEntries().map((entry) =>
        entry.kind === 'sdk'
          ? { ...entry, detail: { ...entry.detail, how: 'already-there' } }
          : entry,
      ),
    },
    'unknown',
    'from the start',
    'found',
  ],
  ['no AKPush', { entries: [], state: none, page: { sdk: false } }, 'broken', undefined, undefined],
  [
    'no AKPush so far',
    { entries: [], state: { ...none, isLoaded: false }, page: { sdk: false } },
    'unknown',
    'has not appeared',
    undefined,
  ],
];

describe('the verdict', () => {
  test.each(cases)('%s', (_, parts, verdict, reason, status) => {
    const made = worded(diagnoseInput(makeInput(parts)));
    expect(made.verdict.id).toBe(verdict);
    if (reason !== undefined)
      expect(
        reason === '' ? made.verdict.reason : `${made.verdict.sentence} ${made.verdict.reason}`,
      ).toEqual(reason === '' ? '' : expect.stringContaining(reason));
    expect(tabStatusOf(made)).toBe(status);
    // Whoever is not done knows what to do.
    if (verdict !== 'works' || made.verdict.reason === '') expect(made.verdict.next).not.toBe('');
  });

  test.each(cases)('%s: never well beside what is not, and the other way round', (_, parts) => {
    const { verdict, chain, findings } = worded(diagnoseInput(makeInput(parts)));
    const isBroken = chain.nodes.some(({ state }) => state === 'broken');
    expect(verdict.id === 'broken').toBe(isBroken);
    if (verdict.id !== 'works') return;
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    const needed = chain.nodes.slice(0, 8);
    expect(needed.map(({ id, state }) => `${id} ${state}`)).toEqual(
      needed.map(({ id }) => `${id} ok`),
    );
  });

  test('says nothing is well without what each link needs', () => {
    const links: SceneParts[] = [
      { ...all, page: { sdk: false } },
      { ...all, state: unasked },
      { ...all, state: makeState({ registrations: [] }) },
      { ...all, state: makeState({ cache: {} }) },
      {
        ...all,
        entries: workingEntries().filter(({ kind }) => kind !== 'subscription'),
        state: makeState({ registrations: [makeRegistration({ subscription: { ok: null } })] }),
      },
      { ...all, entries: healthyEntries() },
      { ...all, entries: [...workingEntries(), told(50, 'save', 500)] },
      {
        ...all,
        state: makeState({
          registrations: [makeWorkerIn('activating')],
        }),
      },
      { ...all, unread: true },
    ];
    for (const parts of links)
      expect(worded(diagnoseInput(makeInput(parts))).verdict.id).not.toBe('works');
  });
});
