import { beforeAll, describe, expect, test } from 'vitest';
import { diagnoseInput, diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import { readSessionText } from '../../../lib/formats/read-session-file';
import { toSession } from '../../../lib/formats/to-session';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry } from '../../../lib/model/entry';
import type { Session } from '../../../lib/model/session';
import { type TokenFate, tokenFates } from '../../../lib/model/token-memory';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { redactSession } from '../../../lib/redaction/redact';
import { toBareFile } from '../../../lib/schema/session-file';
import english from '../../../public/_locales/en/messages.json';
import {
  healthyEntries,
  idsIn,
  makeDiagnosed,
  makeInput,
  type SceneParts,
} from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeRegistration, makeState, prefix } from '../../support/make-state';
import { workerReport, workingEntries } from '../../support/seen-session';
import { worded } from '../../support/worded';

/* A healthy page that was reloaded, of whose token only this browser's memory tells. */

beforeAll(() => provideMessages(english));

const at = Date.UTC(2026, 10, 20);
const remember = (isSame: boolean, fate: TokenFate = 'accepted', token = endpoint): SceneParts => ({
  reports: [workerReport],
  memory: { token, isSame, fate, at },
});
const verdictIn = (parts: SceneParts) => worded(diagnoseInput(makeInput(parts))).verdict;
const findingIn = (parts: SceneParts, id: string) =>
  worded(diagnoseInput(makeInput(parts))).findings.find((each) => each.id === id);
/** A page that was seen to obtain its token. */
const came: SceneParts = {
  entries: [...healthyEntries(), makeEntry('subscription', { id: 19, name: 'subscribe' })],
  state: makeState({
    cache: null,
    registrations: [makeRegistration({ subscription: { ok: null } })],
  }),
  next: makeState(),
};
const init: Entry = makeEntry('call', {
  id: 20,
  name: 'initSubscription',
  time: 2_000,
  duration: 5,
});

describe('a reloaded page', () => {
  test('whose token was accepted before works, and says how that is known', () => {
    const made = worded(diagnoseInput(makeInput(remember(true))));
    expect(made.verdict.id).toBe('works');
    expect(made.verdict.reason).toContain('This browser saw');
    expect(made.chain.nodes.find(({ id }) => id === 'server')).toMatchObject({ state: 'ok' });
    expect(made.findings).toEqual([]);
    expect(made.checks.find(({ id }) => id === 'token-not-saved')?.answer).toBe('passed');
  });

  test('whose token is another than the accepted one is not known: it may have been saved while nobody looked', () => {
    expect(idsIn(remember(false))).toEqual([]);
    expect(verdictIn(remember(false)).id).toBe('unknown');
  });

  test('whose token came with it without a save was not saved, and the accepted one was another', () => {
    const found = findingIn({ ...remember(false), ...came }, 'token-not-saved');
    expect(found).toMatchObject({ severity: 'warning' });
    expect(JSON.stringify(found?.evidence)).toContain('another token');
  });

  test('whose save was refused before was not saved, also where initSubscription did nothing since', () => {
    expect(findingIn(remember(true, 'unsaved'), 'token-not-saved')).toMatchObject({
      isGuess: true,
    });
    const again = { ...remember(true, 'unsaved'), entries: [...healthyEntries(), init] };
    expect(idsIn(again)).toEqual(['token-not-saved']);
    expect(idsIn({ ...again, ...remember(true) })).not.toContain('token-not-saved');
  });

  test('whose token was sent to nobody when it came was not saved', () => {
    expect(findingIn(remember(true, 'unsent'), 'token-not-saved')).toMatchObject({
      isGuess: true,
      severity: 'warning',
    });
    expect(verdictIn(remember(true, 'unsent')).id).toBe('limited');
    const here = findingIn({ ...remember(true, 'unsent'), ...came }, 'token-not-saved');
    expect(JSON.stringify(here?.evidence)).not.toContain('a page obtain');
  });

  test.each(['suspended', 'deleted'] as const)('whose token was %s gets no pushes', (fate) => {
    expect(findingIn(remember(true, fate), 'suspended')).toMatchObject({
      severity: 'error',
      isGuess: true,
    });
    expect(verdictIn(remember(true, fate)).id).toBe('broken');
  });

  test.each(tokenFates.filter((fate) => fate !== 'accepted'))(
    'with another token than one that was %s is not known',
    (fate) => {
      expect(idsIn(remember(false, fate))).toEqual([]);
      expect(verdictIn(remember(false, fate)).id).toBe('unknown');
    },
  );
});

describe('what is seen now counts more', () => {
  test.each(tokenFates)('a save of this session, whatever was remembered: %s', (fate) => {
    const parts = { ...remember(fate !== 'accepted', fate), entries: workingEntries() };
    expect(idsIn(parts)).toEqual(idsIn({ entries: workingEntries(), reports: [workerReport] }));
  });

  test('a memory of another token says nothing of this one', () => {
    for (const fate of tokenFates)
      for (const isSame of [true, false])
        expect(verdictIn(remember(isSame, fate, 'https://old/')).id).toBe('unknown');
  });

  test('the panel’s own changes of the token prove nothing', () => {
    const action = makeEntry('action', { id: 20, name: 'make-stale', time: 2_000 });
    const parts = { ...remember(true, 'unsaved'), entries: [...healthyEntries(), action] };
    expect(idsIn(parts)).not.toContain('token-not-saved');
  });
});

describe('a session file', () => {
  const diagnosisOf = (session: Session) => worded(diagnoseSession(session, readOutcomes(session)));
  const about = { extension: '1', browser: 'b' };
  const written = (session: Session, isRedacted: boolean) =>
    JSON.stringify(toBareFile(session, { about, isRedacted }));

  test.each([
    [true, 'accepted'],
    [false, 'accepted'],
    [true, 'unsaved'],
    [true, 'unsent'],
    [true, 'suspended'],
  ] as const)('is diagnosed as the page was: %s, %s', (isSame, fate) => {
    const live = makeDiagnosed(remember(isSame, fate));
    for (const session of [live, redactSession(live)]) {
      const read = toSession(readSessionText(written(session, session !== live)));
      expect(diagnosisOf(read)?.findings.map(({ id }) => id)).toEqual(
        diagnosisOf(live)?.findings.map(({ id }) => id),
      );
      expect(diagnosisOf(read)?.verdict.id).toBe(diagnosisOf(live)?.verdict.id);
    }
    expect(written(redactSession(live), true)).not.toContain(endpoint);
  });

  test('that is older, or whose memory is damaged, has none', () => {
    const file = JSON.parse(written(makeDiagnosed(remember(true)), false));
    const { memory, ...old } = file;
    expect(toSession(readSessionText(JSON.stringify(old))).memory).toBeNull();
    const damaged = { ...file, memory: { ...memory, fate: 'odd', at: 'never' } };
    expect(toSession(readSessionText(JSON.stringify(damaged))).pages).toHaveLength(1);
  });
});

test.each([
  ['with a match', true, [{ email: 'anna@shop.example' }], 'warning'],
  ['without one', true, [], 'hint'],
  ['without one, of a token that nobody was told of', false, [], 'warning'],
])('a call that did nothing %s, in Firebase mode', (_what, isAccepted, args, severity) => {
  const token = `abcdefgh_12:APA91b${'x_1'.repeat(40)}`;
  const options = { swScope: 'https://shop.example/', endpoint };
  const parts: SceneParts = {
    reports: [workerReport],
    ...(isAccepted && remember(true, 'accepted', token)),
    entries: [
      ...healthyEntries({
        browsers: { Firefox: { isFirebase: true } },
        firebase: { apiKey: 'k', projectId: 'p', messagingSenderId: '1', appId: 'a' },
      }),
      { ...init, detail: { ...init.detail, args } } as Entry,
    ],
    state: makeState({
      cache: { [`${prefix}current_token`]: token },
      messaging: { a: { token, createTime: 1, subscriptionOptions: options } },
    }),
  };
  expect(findingIn(parts, 'token-unchanged')?.severity).toBe(severity);
});
