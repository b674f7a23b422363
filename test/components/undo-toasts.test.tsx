// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { rememberUndo } from '../../components/views/state/remember-undo';
import { UndoToasts } from '../../components/views/state/UndoToasts';
import { provideMessages } from '../../lib/i18n/message';
import type { PanelActions, Undoable } from '../../lib/state/panel-actions';
import english from '../../public/_locales/en/messages.json';
import { makeSession } from '../support/make-session';
import { makeWorkspace } from '../support/make-workspace';

afterEach(cleanup);

const origin = 'https://shop.test';
const change = (target: string): Omit<Undoable, 'id'> => ({
  name: 'delete-key',
  target,
  origin,
  undo: { writes: [], lost: [] },
});

test('a change that came while another was taken back can still be taken back', async () => {
  provideMessages(english);
  let end = () => {};
  const actions = {
    ...makeWorkspace(makeSession([])).page?.actions,
    changeStorage: () =>
      new Promise((resolve) => {
        end = () => resolve({ writes: [], lost: [] });
      }),
  } as PanelActions;
  let add: (target: string) => void = () => {};
  const Held = () => {
    const [undos, setUndos] = useState(() => rememberUndo([], change('first')));
    add = (target) => setUndos((held) => rememberUndo(held, change(target)));
    return <UndoToasts {...{ undos, origin, actions }} onUndos={setUndos} />;
  };
  const { container } = render(<Held />);
  await userEvent.click(container.querySelector('[data-action=undo]') as Element);
  act(() => add('second'));
  end();
  await waitFor(() => expect(container.querySelectorAll('.toast')).toHaveLength(1));
  expect(container.textContent).toContain('second');
  expect(container.querySelector('[role=log] > ul > li')).not.toBeNull();
});
