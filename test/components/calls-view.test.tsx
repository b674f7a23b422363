// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WorkspaceProvider } from '../../components/shell/workspace';
import { CallsView } from '../../components/views/calls/CallsView';
import { useCalls } from '../../components/views/calls/use-calls';
import { type CheckupRun, useCheckup } from '../../components/views/calls/use-checkup';
import type { CallActions } from '../../lib/calls/call-actions';
import type { ReadyCall } from '../../lib/calls/call-draft';
import { type CallStore, emptyStore } from '../../lib/calls/saved-calls';
import { provideMessages } from '../../lib/i18n/message';
import { plannedSteps } from '../../lib/model/checkup';
import type { EpochMs } from '../../lib/model/time';
import english from '../../public/_locales/en/messages.json';
import { fakeCallActions, fakeCheckup } from '../support/fake-call-actions';
import { makeDiagnosed } from '../support/make-input';
import { makeEntry } from '../support/make-session';
import { makeWorkspace } from '../support/make-workspace';

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const show = (actions: Partial<CallActions> = {}, sdk = true, run: Partial<CheckupRun> = {}) => {
  const entries = sdk
    ? [
        makeEntry('sdk', {
          id: 1,
          name: 'G6',
          detail: {
            how: 'assigned',
            script: null,
            scripts: [],
            members: [
              'initSubscription',
              'updateSubscription',
              'suspendSubscription',
              'removeToken',
            ],
          },
        }),
      ]
    : [];
  const session = makeDiagnosed({ entries, unread: !sdk });
  const call = vi.fn(async (_: ReadyCall) => ({ key: null, took: 1 }));
  const all: CallActions = { ...fakeCallActions, run: call, ...actions };
  let store: CallStore = emptyStore;
  const keep = (next: CallStore) => {
    store = next;
  };
  function Held() {
    const calls = useCalls(emptyStore, all, keep);
    const checkup = { ...useCheckup(fakeCheckup), ...run };
    return (
      <WorkspaceProvider value={makeWorkspace(session, { calls, callActions: all, checkup })}>
        <CallsView />
      </WorkspaceProvider>
    );
  }
  const view = render(<Held />);
  const find = <T extends HTMLElement = HTMLElement>(selector: string) =>
    view.container.querySelector<T>(selector);
  const need = <T extends HTMLElement = HTMLInputElement>(selector: string): T => {
    const found = find<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return { view, find, need, run: call, store: () => store, user: userEvent.setup() };
};

const nameField = (input: string, row = 0) =>
  `[data-input="${input}"] [data-row="${row}"] input[list]`;
const valueField = (input: string, row = 0) =>
  `[data-input="${input}"] [data-row="${row}"] input:not([list])`;

it('says at which of its steps a checkup is', () => {
  const steps = plannedSteps.map((step, index) => ({
    ...step,
    status: index < 4 ? ('passed' as const) : ('waiting' as const),
  }));
  const checkup = { url: 'https://shop.example/', begun: 0 as EpochMs, steps, isEnded: false };
  const { need } = show({}, true, { checkup, isShown: true });
  expect(need<HTMLElement>('[data-progress]').dataset.progress).toBe('5');
  expect(need<HTMLElement>('[data-progress]').textContent).toBe('Step 5 of 14');
});

describe('on which instance a call is made', () => {
  const survey = { hasSdk: true, instances: ['akpush'], events: [] };

  it('is not asked for before the page has said which there are', async () => {
    let answer: (given: typeof survey) => void = () => {};
    const { need } = show({ survey: () => new Promise((resolve) => (answer = resolve)) });
    const run = need<HTMLButtonElement>('[data-action=run]');
    expect(run.disabled).toBe(true);
    expect(need('[data-blocked]').textContent).toContain('Reading');
    answer(survey);
    await expect.poll(() => run.disabled).toBe(false);
    expect(need<HTMLSelectElement>('[name=instance]').value).toBe('akpush');
  });

  it('is a new one where the page cannot be asked', async () => {
    const { need } = show({ survey: () => Promise.reject(new Error('The page was left.')) });
    await expect.poll(() => need<HTMLButtonElement>('[data-action=run]').disabled).toBe(false);
    expect(need<HTMLSelectElement>('[name=instance]').value).toBe('');
  });
});

describe('a call that takes something away', () => {
  it('asks first; Escape leaves all as it is and gives the focus back', async () => {
    const { need, find, run, user, store } = show();
    await user.selectOptions(need('[name=method]'), 'suspendSubscription');
    await user.click(need('[data-action=run]'));
    const dialog = need<HTMLElement>('[role=alertdialog]');
    expect(dialog.textContent).toContain('stops receiving pushes');
    expect(need(`#${CSS.escape(dialog.getAttribute('aria-describedby') ?? '')}`)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(find('[role=alertdialog]')).toBeNull();
    expect((document.activeElement as HTMLElement).dataset.action).toBe('run');
    expect(run).not.toHaveBeenCalled();
    await user.click(need('[data-action=run]'));
    await user.click(need('[data-action=confirm]'));
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(run.mock.calls[0]?.[0].method).toBe('suspendSubscription');
    await vi.waitFor(() => expect(store().history).toHaveLength(1));
  });

  it('of the history asks too', async () => {
    const { need, run, user, store } = show();
    await user.selectOptions(need('[name=method]'), 'removeToken');
    await user.click(need('[data-action=run]'));
    await user.click(need('[data-action=confirm]'));
    await vi.waitFor(() => expect(store().history).toHaveLength(1));
    await vi.waitFor(() => need('[data-action=run-again]'));
    await user.click(need('[data-action=run-again]'));
    expect(run).toHaveBeenCalledOnce();
    await user.click(need('[data-action=confirm]'));
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
  });
});

describe('the history', () => {
  it('has no call that the user did not click for', async () => {
    const { need, user, store } = show({ run: async () => null });
    await user.click(need('[data-action=run-click]'));
    await vi.waitFor(() => expect(store().draft.method).toBe('initSubscription'));
    expect(store().history).toEqual([]);
  });

  it('has no call that could not be begun', async () => {
    const { need, find, user, store } = show({
      run: async () => Promise.reject(new Error('no instance')),
    });
    await user.click(need('[data-action=run]'));
    await vi.waitFor(() => expect(find('.call-result')?.textContent).toContain('no instance'));
    expect(store().history).toEqual([]);
  });

  it('shows only what was passed', async () => {
    const { need, find, user } = show();
    await user.type(need(nameField('match')), 'email');
    await user.type(need(valueField('match')), 'anna@example.com');
    await user.selectOptions(need('[name=method]'), 'removeToken');
    await user.click(need('[data-action=run]'));
    await user.click(need('[data-action=confirm]'));
    await vi.waitFor(() =>
      expect(find('[data-saved=history]')?.textContent).toContain('removeToken'),
    );
    expect(find('[data-saved=history]')?.textContent).not.toContain('anna');
    // What was typed is still there for the next method.
    await user.selectOptions(need('[name=method]'), 'initSubscription');
    expect(need(valueField('match')).value).toBe('anna@example.com');
  });
});

describe('the form', () => {
  it('says what is wrong when a field is left, not while it is typed', async () => {
    const { need, find, user } = show();
    await user.type(need(nameField('match')), 'db');
    await user.type(need(valueField('match')), '15, shop');
    expect(find('.error-text')).toBeNull();
    await user.tab();
    await user.tab();
    await vi.waitFor(() => expect(find('.error-text')?.textContent).toContain('15, 20'));
    expect(need(valueField('match')).getAttribute('aria-invalid')).toBe('true');
    await user.clear(need(valueField('match')));
    await user.type(need(valueField('match')), '15, 20');
    await vi.waitFor(() => expect(find('.error-text')).toBeNull());
  });

  it('passes db as a list', async () => {
    const { need, run, user } = show();
    await user.type(need(nameField('match')), 'db');
    await user.type(need(valueField('match')), '15, 20');
    await user.click(need('[data-action=run]'));
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(run.mock.calls[0]?.[0].args).toEqual([{ db: [15, 20] }]);
  });

  it('suggests fields, and says what a known one is', async () => {
    const { need, user } = show();
    const suggested = (input: string) =>
      [...need(`#${input}-fields`).querySelectorAll('option')].map(({ value }) => value);
    expect(suggested('match')).toEqual(['email', 'phone', 'user_id', 'db']);
    expect(suggested('update')).toEqual(expect.arrayContaining(['_fname', '_lname']));
    await user.type(need(nameField('match')), 'user_id');
    const help = need(`#${need(valueField('match')).getAttribute('aria-describedby')}`);
    expect(help.textContent).toBe('The user’s ID in your system');
  });

  it('inserts an example where nothing is typed, and goes to it', async () => {
    const { need, find, user } = show();
    await user.click(need('[data-input=update] [data-action=insert-example]'));
    expect(need(nameField('update')).value).toBe('_fname');
    expect(document.activeElement).toBe(need(valueField('update')));
    expect(find('[data-input=update] [data-action=insert-example]')).toBeNull();
  });

  it('keeps the focus where a field is added and removed', async () => {
    const { need, user, view } = show();
    await user.click(view.getByRole('button', { name: 'Add field: match' }));
    expect(document.activeElement).toBe(need(nameField('match', 1)));
    await user.type(need(nameField('match', 1)), 'phone');
    await user.click(view.getByRole('button', { name: 'Remove field match.phone' }));
    expect(document.activeElement).toBe(need(nameField('match', 0)));
  });

  it('says what the method does, and links to Altcraft’s page on it', async () => {
    const { need, user } = show();
    await user.selectOptions(need('[name=method]'), 'removeToken');
    const help = need<HTMLElement>('[data-method-help]');
    expect(help.textContent).toContain('Nothing is sent to the server');
    expect(help.querySelector('a')?.href).toContain('guides.altcraft.com/en/');
    expect(help.querySelector('a')?.textContent).toContain('SDK methods');
  });

  it('warns between method and Run, and counts on Run', async () => {
    const { need, find } = show();
    await expect.poll(() => find('[data-blocked]')).toBeNull();
    const run = need('[data-action=run]');
    const warning = need<HTMLElement>('.call-builder > .warnings [data-warning]');
    expect(warning.compareDocumentPosition(run) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(
      need('[name=method]').compareDocumentPosition(warning) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    const count = document.querySelectorAll('[data-warning]').length;
    expect(run.textContent).toBe(`Run: ${count} warnings`);
  });

  it('of a page without AKPush warns of nothing and runs nothing', () => {
    const { need, find } = show({}, false);
    expect(find('[data-warning]')).toBeNull();
    expect(need<HTMLButtonElement>('[data-action=run]').disabled).toBe(true);
    expect(need('[data-action=run]').textContent).toBe('Run');
    expect(find('[data-blocked]')).not.toBeNull();
  });
});
