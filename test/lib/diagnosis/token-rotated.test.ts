import { expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { healthyEntries, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeState, prefix } from '../../support/make-state';
import { worded } from '../../support/worded';

/* Without Firebase page load tells the server of a new endpoint, and leaves the token in the cache as it was. */

const earlier = 'https://updates.push.services.mozilla.com/wpush/v2/earlier';
const diagnosed = (body: object, httpStatus = 200) => {
  const update = makeEntry('request', {
    id: 3,
    name: 'update',
    detail: { httpStatus, response: { error: 0 }, body: JSON.stringify({ endpoint, ...body }) },
  });
  const state = makeState({ cache: { [`${prefix}current_token`]: earlier } });
  const input = makeInput({ entries: [...healthyEntries(), update], state });
  const { findings, verdict, chain } = worded(diagnoseInput(input));
  return {
    token: findings.find(({ id }) => id === 'token-differs'),
    verdict: verdict.id,
    server: chain.nodes.find(({ id }) => id === 'server')?.state,
  };
};

test('the server has the current one: pushes come', () => {
  const { token, verdict, server } = diagnosed({ endpoint_old: earlier });
  expect(token).toMatchObject({ severity: 'hint', sentence: 'findTokenDiffersTold' });
  expect(server).toBe('ok');
  expect(['works', 'unknown']).toContain(verdict);
});

test.each([
  ['of another token', { endpoint_old: 'https://push.example/other' }, 200],
  ['with another endpoint', { endpoint_old: earlier, endpoint: 'https://push.example/x' }, 200],
  ['and refused', { endpoint_old: earlier }, 503],
])('told %s: the server pushes to one that is gone', (_, body, status) => {
  const { token, verdict } = diagnosed(body, status);
  expect(token).toMatchObject({ severity: 'error' });
  expect(verdict).toBe('broken');
});
