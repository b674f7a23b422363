// @vitest-environment happy-dom
import { act, cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Followers } from '../../components/views/diagnosis/Followers';
import type { Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import type { PanelActions } from '../../lib/state/panel-actions';
import { makeDiagnosed } from '../support/make-input';
import { makeEntry, makePage } from '../support/make-session';
import { makeState } from '../support/make-state';
import { renderApp } from './render-app';

afterEach(cleanup);

/* What the panel has remembered of a token. */

test('a page that goes: what was seen last of it counts, also without a reading after it', () => {
  const keepToken = vi.fn(async () => {});
  const actions = { keepToken } as unknown as PanelActions;
  const first = makeDiagnosed();
  const { rerender } = render(
    <Followers session={first} page={first} actions={actions} isReading={false} />,
  );
  expect(keepToken.mock.lastCall).toEqual([first, first]);
  const told = reduce(first, {
    type: 'entries',
    document: first.pages.at(-1)?.document ?? '',
    entries: [makeEntry('request', { id: 90, name: 'save', status: 'failed' })],
    lost: 0,
  });
  rerender(<Followers session={told} page={told} actions={actions} isReading={false} />);
  expect(keepToken).toHaveBeenCalledTimes(1);
  const gone = reduce(told, {
    type: 'page',
    info: makePage({ document: 'another' }),
    preserve: true,
  });
  rerender(<Followers session={gone} page={gone} actions={actions} isReading={false} />);
  expect(keepToken.mock.lastCall).toEqual([told, gone]);
});

test('the token of the page is followed while a frame of it is looked at', async () => {
  const keepToken = vi.fn(async (_: Session, now: Session) => void now);
  const first = reduce(makeDiagnosed(), {
    type: 'page',
    info: makePage({ document: 'inner' }),
    preserve: false,
    frame: 7,
    parent: 0,
  });
  const { view, user, update } = renderApp(first, {}, { keepToken });
  await user.selectOptions(await view.findByRole('combobox', { name: 'Frame that is shown' }), '7');
  const told = keepToken.mock.calls.length;
  const [page] = first.pages;
  act(() =>
    update((held) =>
      reduce(held, {
        type: 'state',
        document: page?.document ?? '',
        state: makeState({ readAt: 2_000_000 }),
        readAt: 2_000_000,
      }),
    ),
  );
  await waitFor(() => expect(keepToken.mock.calls.length).toBeGreaterThan(told));
  const [, now] = keepToken.mock.lastCall ?? [];
  expect(now?.pages.map(({ number }) => number)).toEqual([page?.number]);
  expect(now?.state?.readAt).toBe(2_000_000);
});
