import { expect, test, vi } from 'vitest';
import { followToken } from '../../../lib/memory/follow-token';
import type { TokenQuestion } from '../../../lib/protocol/token-question';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { makeDiagnosed } from '../../support/make-input';
import { makePage } from '../../support/make-session';
import { endpoint } from '../../support/make-state';

const memory = { token: endpoint, isSame: true, fate: 'accepted', at: 5 } as const;
const session = makeDiagnosed();
const next = reduce(session, {
  type: 'page',
  info: makePage({ document: 'second' }),
  preserve: false,
});

test('a page is asked about once, and each document anew', async () => {
  const change = vi.fn<(change: SessionChange) => void>();
  const ask = vi.fn(async (_: TokenQuestion) => memory);
  await followToken(session, session, ask, change);
  await followToken(session, session, ask, change);
  expect(ask).toHaveBeenCalledOnce();
  expect(change).toHaveBeenCalledExactlyOnceWith({ type: 'memory', memory });
  const again = makeDiagnosed({ page: { document: 'second' } });
  await followToken(again, again, ask, change);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('what a page has done just before it goes is remembered, and its answer is not the next one’s', async () => {
  const change = vi.fn<(change: SessionChange) => void>();
  const ask = vi.fn(async (_: TokenQuestion) => memory);
  await followToken(session, next, ask, change);
  expect(ask).toHaveBeenCalledOnce();
  expect(change).not.toHaveBeenCalled();
  expect(next.memory).toBeNull();
});

test('a background that is away is asked again', async () => {
  const change = vi.fn<(change: SessionChange) => void>();
  const ask = vi.fn(async (_: TokenQuestion) => memory).mockRejectedValueOnce(new Error('away'));
  await followToken(session, session, ask, change);
  expect(change).not.toHaveBeenCalled();
  await followToken(session, session, ask, change);
  expect(change).toHaveBeenCalledOnce();
});
