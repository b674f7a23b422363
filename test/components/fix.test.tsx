// @vitest-environment happy-dom
import { cleanup } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { PageState } from '../../lib/model/page-state';
import { reduce } from '../../lib/session/reduce';
import { makeRegistration, makeState, prefix } from '../support/make-state';
import { openView } from './open-view';

/* A fix that was pressed is judged, and places that are named can be gone to. */

afterEach(cleanup);

const openDiagnosis = async (state: PageState) => {
  const app = await openView('diagnosis', { state });
  const read = (state: PageState) =>
    app.update((held) => {
      const readAt = Date.now() + 1_000;
      return reduce(held, {
        type: 'state',
        document: 'first',
        state: { ...state, readAt },
        readAt,
      });
    });
  return { ...app, read };
};
const malformed = makeState({ cache: { [`${prefix}current_token`]: 'undefined' } });

test('what is in the way now, and what was mended', async () => {
  const { wait, click, read, find } = await openDiagnosis(malformed);
  await click('[data-finding="token-malformed"] [data-action="clear-token"]');
  await click('[data-action="confirm"]');
  await wait('[data-fix="running"]');
  read(makeState({ cache: { _ak_cookie: 'c00kie' } }));
  const note = await wait('[data-fix="other"]');
  expect(note.dataset).toMatchObject({
    fixOf: 'token-malformed',
    fixBy: 'token-not-cached',
    fixAction: 'clear-token',
  });
  const registrations = [makeRegistration({ subscription: { ok: null } })];
  read(makeState({ cache: { _ak_cookie: 'c00kie' }, registrations }));
  await wait('[data-fix="mended"]');
  read(malformed);
  await wait('[data-fix="remains"]');
  await click('[data-action="forget-fix"]');
  expect(find('[data-fix]')).toBeNull();
});

test('a page of the browser is copied, a section of State is shown', async () => {
  const denied = makeState({ registrations: [], permission: { notification: 'denied' } });
  const { wait, click, find, read, ...app } = await openDiagnosis(denied);
  await wait('[data-finding="permission-denied"] [data-place="browser"]');
  const named = [...app.view.container.querySelectorAll('[data-place="browser"]')];
  expect(named.map(({ textContent }) => textContent)).toEqual([
    'chrome://settings/content/siteDetails?site=https%3A%2F%2Fshop.example',
    'chrome://policy',
  ]);
  expect(find('[data-finding="permission-denied"] [data-action="copy-address"]')).not.toBeNull();
  read(makeState({ registrations: [] }));
  await click('[data-finding="worker-missing"] [data-place="state"]');
  const heading = await wait('#state-workers');
  expect(document.activeElement).toBe(heading);
});
