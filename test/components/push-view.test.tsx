// @vitest-environment happy-dom

import { generateKeyPairSync } from 'node:crypto';
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PageWork, WorkspaceProvider } from '../../components/shell/workspace';
import { PushView } from '../../components/views/push/PushView';
import { provideMessages } from '../../lib/i18n/message';
import type { Entry, MadeStep } from '../../lib/model/entry';
import { restorePushDraft } from '../../lib/push/push-draft';
import type { PushRequest } from '../../lib/push/push-request';
import {
  type PushStore,
  restorePushStore,
  savedPushes,
  storedPushes,
} from '../../lib/push/saved-pushes';
import { reduce } from '../../lib/session/reduce';
import type { PushNote } from '../../lib/session/session-change';
import english from '../../public/_locales/en/messages.json';
import russian from '../../public/_locales/ru/messages.json';
import { fakePushes } from '../support/fake-call-actions';
import { makeDiagnosed } from '../support/make-input';
import { makeEntry } from '../support/make-session';
import { makeRegistration, makeState, makeSubscription, prefix } from '../support/make-state';
import { makeWorkspace } from '../support/make-workspace';

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const account = JSON.stringify({
  type: 'service_account',
  project_id: 'northwind-tea',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  client_email: 'push@northwind-tea.iam.gserviceaccount.com',
});
const token = `${'c'.repeat(22)}:${'A'.repeat(120)}`;

/** The view of a page, in Firebase mode unless otherwise wanted. */
const show = (
  isFirebase = true,
  more: readonly Entry[] = [],
  push?: PushNote,
  savedPushes?: object,
) => {
  const config = {
    browser: 'Chrome',
    browsers: { Chrome: { isFirebase } },
    firebase: { projectId: 'northwind-tea' },
  };
  const state = makeState({
    registrations: [makeRegistration({ subscription: { ok: makeSubscription() } })],
    cache: { [`${prefix}current_token`]: token },
  });
  const first = makeDiagnosed({
    state,
    entries: [
      makeEntry('sdk', { id: 1, name: 'G6' }),
      makeEntry('call', { id: 2, name: 'constructor', detail: { args: [], config } }),
      ...more,
    ],
  });
  let session = push ? reduce(first, { type: 'push', push }) : first;
  const send = vi.fn(async (_: PushRequest) => 'push:1');
  const actions = { ...fakePushes, send };
  let latest: PushStore | undefined;
  /** What was written to storage. */
  const written: object[] = [];
  let note: (push: PushNote) => void = () => {};
  function Held() {
    const [store, setStore] = useState<PushStore | null>(null);
    const [shown, setShown] = useState(session);
    latest = store ?? restorePushStore(savedPushes);
    const onPushStore: PageWork['onPushStore'] = (change, toStored) =>
      setStore((held) => {
        const next = change(held);
        written.push(toStored(next));
        return next;
      });
    session = shown;
    note = (each) => setShown((before) => reduce(before, { type: 'push', push: each }));
    return (
      <WorkspaceProvider
        value={{
          ...makeWorkspace(shown, { pushes: actions, savedPushes, pushStore: store, onPushStore }),
          onChange: (change) => setShown((before) => reduce(before, change)),
        }}
      >
        <PushView />
      </WorkspaceProvider>
    );
  }
  const { container } = render(<Held />);
  const find = <T extends HTMLElement = HTMLElement>(selector: string) =>
    container.querySelector<T>(selector);
  const need = <T extends HTMLElement = HTMLInputElement>(selector: string): T => {
    const found = find<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return {
    find,
    need,
    send,
    /** A push that was noted. */
    note: (push: PushNote) => note(push),
    session: () => session,
    store: () => latest as PushStore,
    written,
    user: userEvent.setup(),
  };
};

const showFirebase = async () => {
  const shown = show();
  await shown.user.click(shown.need('[name=push-way][value=firebase]'));
  const paste = async (name: string, text: string) => {
    await shown.user.click(shown.need(`[name=push-${name}]`));
    await shown.user.paste(text);
  };
  const sendIt = () => shown.user.click(shown.need('[data-action=send-push]'));
  return { ...shown, paste, sendIt };
};

it.each([
  ['English', english],
  ['Russian', russian],
])('has a text to begin with, in %s', (_, messages) => {
  provideMessages(messages);
  const { need } = show();
  expect(need('[name=push-body]').value).toBe(messages.pushSampleBody.message);
  provideMessages(english);
});

describe('the way through Firebase', () => {
  it('is told of where a real push can be sent by nobody', () => {
    const { need } = show();
    expect(need('[data-way-off=real]').textContent).toContain('Through Firebase');
  });

  it('sends by a pasted account, whose key is covered, and signs here', async () => {
    const { paste, need, sendIt, send } = await showFirebase();
    await paste('account', account);
    expect(need('[data-account]').dataset.account).toBe('northwind-tea');
    expect(need('[name=push-account]').className).toContain('concealed');
    await sendIt();
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
    const [request] = send.mock.calls[0] ?? [];
    expect(request?.firebase?.mail).toMatchObject({
      url: 'https://fcm.googleapis.com/v1/projects/northwind-tea/messages:send',
      access: { tokenUri: 'https://oauth2.googleapis.com/token' },
    });
    expect(JSON.stringify(request)).not.toContain('PRIVATE KEY');
    expect(JSON.parse(request?.firebase?.mail.body ?? '').message.token).toBe(token);
  });

  it('sends by an account from its file', async () => {
    const { user, need, sendIt, send } = await showFirebase();
    const file = new File([account], 'northwind-tea-1a2b.json', { type: 'application/json' });
    await user.upload(need('[name=push-account-file]'), file);
    await vi.waitFor(() => need('[data-account]'));
    await sendIt();
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
  });

  it('keeps no account in mind but where that is wanted', async () => {
    const { paste, need, user, store } = await showFirebase();
    await paste('account', account);
    expect(store().isAccountKept).toBe(false);
    await user.click(need('[name=push-keep-account]'));
    expect(store()).toMatchObject({ isAccountKept: true, account });
  });

  it.each([
    ['account', '{"apiKey":"AIza"}', 'firebaseConfig'],
    ['account', 'key', 'not JSON'],
    ['access-token', 'two words', 'one word'],
  ])(
    'a wrong %s is told at its field, nothing is sent, nothing typed is lost',
    async (name, text, words) => {
      const { paste, need, find, sendIt, send } = await showFirebase();
      await sendIt();
      await vi.waitFor(() =>
        expect(need('[data-problem=account]').textContent).toContain('Enter a service account'),
      );
      await paste(name, text);
      expect(need(`[data-problem=${name}]`).textContent).toContain(words);
      await sendIt();
      await vi.waitFor(() => expect(need(`[data-problem=${name}]`).textContent).toContain(words));
      expect(send).not.toHaveBeenCalled();
      expect(need(`[name=push-${name}]`).value).toBe(text);
      expect(find('[data-account]')).toBeNull();
    },
  );

  it('says when the account is of another project than the page', async () => {
    const { paste, need, find } = await showFirebase();
    expect(find('[data-project-differs]')).toBeNull();
    await paste('account', account.replace('"northwind-tea"', '"another-shop"'));
    expect(need('[data-project-differs]').textContent).toContain('will reject it');
    await paste('project', 'northwind-tea');
    expect(find('[data-project-differs]')).toBeNull();
  });

  it('a message that Firebase would not take is told at the message', async () => {
    const { paste, need, user, sendIt, send } = await showFirebase();
    await paste('access-token', 'ya29.tea');
    await user.click(need('[data-break=malformed]'));
    await sendIt();
    await vi.waitFor(() => need('[data-problem=payload]'));
    expect(send).not.toHaveBeenCalled();
  });
});

describe('pull mode', () => {
  it('has no form and no size while the server answers; “my message” brings the form', async () => {
    const { need, find, send, user } = show(false);
    expect(need('[name=push-replaced][value=no]').checked).toBe(true);
    expect(need('[data-input=payload]').hidden).toBe(true);
    expect(find('[data-bytes]')).toBeNull();
    await user.click(need('[name=push-replaced][value=yes]'));
    expect(need('[data-input=payload]').hidden).toBe(false);
    // The message is no data of the push here either.
    expect(find('[data-bytes]')).toBeNull();
    await user.click(need('[data-action=send-push]'));
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
    expect(send.mock.calls[0]?.[0].isReplaced).toBe(true);
  });

  it('is answered with my message once that is edited', async () => {
    const { need, user } = show(false);
    await user.click(need('[data-break=malformed]'));
    expect(need('[name=push-replaced][value=yes]').checked).toBe(true);
    expect(need('[data-input=payload]').hidden).toBe(false);
  });

  it('what a broken message took the place of comes back, but not over another message', async () => {
    const { need, find, store, user } = show(false);
    await user.click(need('[data-break=malformed]'));
    await user.click(need('[data-action=undo-break]'));
    expect(store().draft.view).toBe('form');
    await user.click(need('[data-break=malformed]'));
    expect(find('[data-action=undo-break]')).not.toBeNull();
    await user.selectOptions(need('[name=push-mode]'), 'safari');
    expect(find('[data-action=undo-break]')).toBeNull();
  });

  it('shows the message itself where no server is asked', async () => {
    const { need, find, user } = show(false);
    await user.click(need('[name=push-way][value=notification]'));
    expect(find('[name=push-replaced]')).toBeNull();
    expect(need('[data-input=payload]').hidden).toBe(false);
  });
});

describe('delivery', () => {
  it('is a choice of cards, each with its note or with why it cannot be chosen', () => {
    const { need } = show();
    const real = need('[name=push-way][value=real]');
    expect(real.disabled).toBe(true);
    const note = need(`#${real.getAttribute('aria-describedby')}`);
    expect(note.dataset.wayOff).toBe('real');
    const chosen = need('[name=push-way]:checked');
    expect(need(`#${chosen.getAttribute('aria-describedby')}`).textContent).not.toBe('');
    expect(need('[data-bytes]').textContent).toContain('bytes');
  });
});

describe('the order of what follows', () => {
  it('is result, preview, notifications, watch, history', () => {
    const { need } = show(true, [
      makeEntry('push', { id: 3, name: 'push', status: 'ok', detail: { way: 'worker' } }),
    ]);
    const places = [
      '.call-result',
      '#push-preview',
      '#push-shown',
      '[data-part=live]',
      '#drafts-saved',
    ].map((selector) => need<HTMLElement>(selector));
    for (const [index, place] of places.slice(1).entries())
      expect(
        (places[index] as Node).compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
      ).toBeTruthy();
    expect(need('.call-result h2').textContent).toContain('Result');
  });
});

describe('a push that is sent', () => {
  it('has the focus and the sight go to its result', async () => {
    const scrolled: Element[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      scrolled.push(this);
    });
    const { user, need, send, note } = show(false);
    need('[data-action=send-push]').focus();
    await user.click(need('[data-action=send-push]'));
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
    expect(document.activeElement?.closest('.call-result')).toBeFalsy();
    note({
      ref: '1',
      push: {
        kind: 'push',
        name: 'push',
        status: 'ok',
        time: 1,
        duration: 1,
        detail: { way: 'worker' },
      },
      steps: [],
    });
    await vi.waitFor(() => {
      const heading = need('.call-result h2');
      expect(document.activeElement).toBe(heading);
      expect(scrolled).toContain(heading);
    });
  });
});

describe('a push that was shown', () => {
  const note = (name: 'push' | 'notification', steps: MadeStep[]): PushNote => ({
    ref: '1',
    push: { kind: 'push', name, status: 'ok', time: 1, duration: 1, detail: { way: 'worker' } },
    steps,
  });
  const showStep: MadeStep = {
    kind: 'worker-step',
    name: 'showNotification',
    status: 'ok',
    time: 1,
    detail: {},
  };

  it('is asked after; what hides it is listed where it was not seen, and what was tried is kept', async () => {
    const { need, find, user, session } = show(true, [], note('push', [showStep]));
    await vi.waitFor(() => need('[data-seen=asked]'));
    await user.click(need('[data-action=seen-no]'));
    await vi.waitFor(() => need('[data-seen=no]'));
    const first = need('[data-seen-step] input');
    expect(document.activeElement).toBe(first);
    await user.click(first);
    const remark = () => session().remarks['push:1'];
    expect(remark()).toEqual({ seen: { isSeen: false, tried: ['linux-focus'] } });
    await user.click(need('[data-action=seen-yes]'));
    expect(find('[data-seen-step]')).toBeNull();
    expect(remark()?.seen?.isSeen).toBe(true);
  });

  it('is not asked after where nothing was shown', async () => {
    const { need, find } = show(true, [], note('push', []));
    expect(need('.call-result').dataset.outcome).not.toBe('shown');
    expect(find('[data-seen]')).toBeNull();
  });
});

describe('what was saved', () => {
  const saved = storedPushes({
    ...savedPushes.withPreset(restorePushStore(undefined), 'Tea', restorePushDraft({}), 1),
    isKeyKept: true,
    vapidPrivate: 'kept-key',
  });
  const namesIn = (store: object | undefined) =>
    (store as PushStore | undefined)?.presets.map(({ name }) => name);

  it('is shown, and stays as it is while nobody changes anything', async () => {
    const { need, written } = show(true, [], undefined, saved);
    await vi.waitFor(() => need('[data-saved=presets] [data-name=Tea]'));
    expect(written).toEqual([]);
  });

  it('is still there with what is saved next', async () => {
    const { need, user, written } = show(true, [], undefined, saved);
    await user.click(need('[data-action=save-preset]'));
    await user.type(need('[name=preset]'), 'Coffee{Enter}');
    await vi.waitFor(() => need('[data-saved=presets] [data-name=Coffee]'));
    expect(namesIn(written.at(-1))).toEqual(['Tea', 'Coffee']);
    expect(written.at(-1)).toMatchObject({ isKeyKept: true, vapidPrivate: 'kept-key' });
  });
});
