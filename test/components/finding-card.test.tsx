// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { provideMessages } from '../../lib/i18n/message';
import english from '../../public/_locales/en/messages.json';
import { findIn } from '../support/make-input';
import { makeState } from '../support/make-state';
import { renderFinding } from './render-finding';

beforeAll(() => provideMessages(english));

test('how a permission is reset stands right behind what is to be reset, before what else may be the cause', () => {
  const state = makeState({ permission: { notification: 'denied', query: { ok: 'denied' } } });
  const [finding] = findIn({ state });
  if (finding?.id !== 'permission-denied') throw new Error(`found: ${finding?.id}`);
  const { said: steps } = renderFinding(finding, 'Click the padlock.');
  expect(steps[0]).toContain('Reset the notification permission');
  expect(steps[1]).toBe('Click the padlock.');
  expect(steps[2]).toContain('chrome://settings');
  expect(steps[3]).toContain('policy');
  expect(steps[4]).toContain('developer');
});
