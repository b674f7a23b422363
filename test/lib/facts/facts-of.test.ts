import { expect, test } from 'vitest';
import { factsOf } from '../../../lib/facts/facts-of';
import { reduce } from '../../../lib/session/reduce';
import { makeDiagnosed } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { makeState } from '../../support/make-state';

test('there are none before the first reading', () => {
  expect(factsOf(makeDiagnosed({ unread: true }))).toBeUndefined();
});

test('are the same object until a reading, an entry or a running worker is another one', () => {
  const session = makeDiagnosed();
  const facts = factsOf(session);
  expect(factsOf({ ...session })).toBe(facts);
  const { document } = session.pages[0] ?? { document: '' };
  const again = reduce(session, { type: 'state', document, state: null, readAt: 5e12 });
  expect(factsOf(again)).toBe(facts);
  const entry = makeEntry('call', { id: 9, name: 'removeToken' });
  const more = reduce(session, { type: 'entries', document, entries: [entry], lost: 0 });
  expect(factsOf(more)).not.toBe(facts);
  const read = reduce(session, {
    type: 'state',
    document,
    state: makeState({ cache: {} }),
    readAt: 5e12,
  });
  expect(factsOf(read)?.token).toBeUndefined();
  const running = reduce(session, { type: 'running', workers: ['https://shop.example/sw.js'] });
  expect(factsOf(running)?.running).toEqual(['https://shop.example/sw.js']);
});
