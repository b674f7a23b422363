import { describe, expect, test } from 'vitest';
import { checkExpectations } from '../../../lib/expectations/check-expectations';
import { expectationsFrom } from '../../../lib/expectations/expectations-from';
import { redactSession } from '../../../lib/redaction/redact';
import type { BrowserName } from '../../../scripts/find-browser';
import { recorded } from '../../support/expectation-sessions';

/**
 * Recorded runs of the demo in which the page subscribed its customer as it should, and the server took it. What else is wrong with them, after that or
 * beside it, no expectation is about.
 */
const good: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    ...['click-opens-nothing', 'handed-on-by-worker', 'healthy-container'],
    ...['healthy-script-awaited', 'push-ack-missing', 'push-content-failed', 'remove-failed'],
    ...['remove-leftovers', 'saved-other-token', 'saved-twice', 'subscription-elsewhere'],
    ...['subscription-expired', 'subscription-gone', 'suspended', 'token-differs'],
    ...['token-malformed', 'token-not-cached', 'token-not-filled-in', 'token-not-moved'],
    ...['update-said-ok', 'worker-alternates', 'worker-cached', 'worker-missing'],
    ...['worker-origin', 'worker-other-build', 'worker-policy', 'worker-twice'],
  ],
  firefox: [
    ...['handed-on-by-worker', 'healthy-container', 'healthy-script-awaited', 'remove-failed'],
    ...['remove-leftovers', 'saved-other-token', 'saved-twice', 'subscription-elsewhere'],
    ...['subscription-expired', 'subscription-gone', 'suspended', 'token-differs'],
    ...['token-malformed', 'token-not-cached', 'token-not-filled-in', 'token-not-moved'],
    ...['update-said-ok', 'worker-alternates', 'worker-cached', 'worker-missing'],
    ...['worker-origin', 'worker-other-build', 'worker-policy', 'worker-twice'],
  ],
};

const runs = (['chromium', 'firefox'] as const).flatMap((browser) =>
  good[browser].map((id) => [browser, id] as const),
);

test('there are more than twenty in each browser', () => {
  expect(good.chromium.length).toBeGreaterThan(20);
  expect(good.firefox.length).toBeGreaterThan(20);
});

describe.each(['chromium', 'firefox'] as const)('made in %s', (browser) => {
  const made = expectationsFrom(recorded(browser, 'healthy-container'));

  test.each(runs)('%s, %s', (other, id) => {
    const session = recorded(other, id);
    for (const each of [session, redactSession(session)])
      expect(
        checkExpectations(each, made, { isOver: true }).filter(({ status }) => status !== 'met'),
      ).toEqual([]);
  });
});
