// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Followers } from '../../components/diagnosis/Followers';
import { reduce } from '../../lib/session/reduce';
import type { PanelActions } from '../../lib/state/panel-actions';
import { makeDiagnosed } from '../support/make-input';
import { makeEntry, makePage } from '../support/make-session';

/* What the panel has remembered of a token. */

test('a page that goes: what was seen last of it counts, also without a reading after it', () => {
  const keepToken = vi.fn(async () => {});
  const actions = { keepToken } as unknown as PanelActions;
  const first = makeDiagnosed();
  const { rerender } = render(<Followers session={first} actions={actions} isReading={false} />);
  expect(keepToken.mock.lastCall).toEqual([first, first]);
  const told = reduce(first, {
    type: 'entries',
    document: first.pages.at(-1)?.document ?? '',
    entries: [makeEntry('request', { id: 90, name: 'save', status: 'failed' })],
    lost: 0,
  });
  rerender(<Followers session={told} actions={actions} isReading={false} />);
  expect(keepToken).toHaveBeenCalledTimes(1);
  const gone = reduce(told, {
    type: 'page',
    info: makePage({ document: 'another' }),
    preserve: true,
  });
  rerender(<Followers session={gone} actions={actions} isReading={false} />);
  expect(keepToken.mock.lastCall).toEqual([told, gone]);
});
