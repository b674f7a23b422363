// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import { makeDiagnosed } from '../support/make-input';
import { makeEntry } from '../support/make-session';
import { makeState } from '../support/make-state';
import { renderApp } from './render-app';

/* Which requests an open panel makes by itself, and that they can be switched off. */

const worker = 'https://shop.example/service-worker.js?browser=Firefox';
const tag = {
  url: 'https://shop.example/ak-push.js',
  attribute: 'src',
  type: '',
  integrity: '',
  crossOrigin: null,
  loaded: null,
};
const withoutSdk = () =>
  makeDiagnosed({
    page: { sdk: false },
    entries: [],
    state: { ...makeState(), scripts: [tag, { ...tag, attribute: 'data-src' }] },
  });

const asked = vi.fn();
const open = (session: Session, readScripts = true) => {
  const ask = (what: unknown) => {
    asked(what);
    return new Promise<never>(() => {});
  };
  return renderApp(session, { readScripts }, { fetchScript: ask, fetchTag: ask });
};

/** A reading that is as the one before it, later. */
const readAgain = (held: Session): Session =>
  reduce(held, {
    type: 'state',
    document: held.state?.document ?? '',
    state: null,
    readAt: (held.state?.readAt ?? 0) + 1_000,
  });

const install = (held: Session): Session =>
  reduce(held, {
    type: 'entries',
    document: held.pages.at(-1)?.document ?? '',
    entries: [makeEntry('worker', { id: 90, name: 'installing' })],
    lost: 0,
  });

const expectAsked = (...all: unknown[]) =>
  waitFor(() => expect(asked.mock.calls).toEqual(all.map((each) => [each])));
/** Longer than a change takes to be looked at. */
const rest = () => vi.advanceTimersByTimeAsync(1_000);

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  asked.mockClear();
  vi.useRealTimers();
});

describe('the scripts that an open panel asks for', () => {
  test('the worker’s, once per version', async () => {
    const { update } = open(makeDiagnosed());
    await expectAsked(worker);
    update(readAgain);
    await rest();
    await expectAsked(worker);
    update(install);
    await expectAsked(worker, worker);
    update(readAgain);
    await rest();
    await expectAsked(worker, worker);
  });

  test('those of the page’s tags, once, where AKPush did not come', async () => {
    const { update } = open(withoutSdk());
    await expectAsked(tag);
    update(readAgain);
    await rest();
    await expectAsked(tag);
  });

  test.each([makeDiagnosed, withoutSdk])('none while it is switched off', async (make) => {
    open(make(), false);
    screen.getByRole('tab', { name: /Diagnosis/ }).click();
    const box = await waitFor(() => {
      const found = document.querySelector<HTMLInputElement>('[name="read-scripts"]');
      expect(found?.checked).toBe(false);
      return found;
    });
    await rest();
    await expectAsked();
    box?.click();
    await waitFor(() => expect(asked).toHaveBeenCalledOnce());
  });
});
