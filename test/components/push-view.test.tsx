// @vitest-environment happy-dom

import { generateKeyPairSync } from 'node:crypto';
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PushView } from '../../components/push/PushView';
import { sortEntries } from '../../lib/facts/page-entries';
import { deriveFacts } from '../../lib/facts/page-facts';
import { provideMessages } from '../../lib/i18n/message';
import { readOutcomes } from '../../lib/outcome/outcomes';
import type { PushRequest } from '../../lib/push/push-request';
import { type PushStore, restorePushStore } from '../../lib/push/saved-pushes';
import english from '../../public/_locales/en/messages.json';
import { fakeLive, fakePushes } from '../support/fake-call-actions';
import { makeEntry, makeSession } from '../support/make-session';
import { makeRegistration, makeState, makeSubscription, prefix } from '../support/make-state';

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

/** The view of a page in Firebase mode, with the way through Firebase chosen. */
const show = () => {
  const config = {
    browser: 'Chrome',
    browsers: { Chrome: { isFirebase: true } },
    firebase: { projectId: 'northwind-tea' },
  };
  const session = makeSession([
    makeEntry('sdk', { id: 1, name: 'G6' }),
    makeEntry('call', { id: 2, name: 'constructor', detail: { args: [], config } }),
  ]);
  const [page] = session.pages;
  if (!page) throw new Error('no page');
  const state = makeState({
    registrations: [makeRegistration({ subscription: { ok: makeSubscription() } })],
    cache: { [`${prefix}current_token`]: token },
  });
  const known = deriveFacts(state, sortEntries(session.entries), page);
  const send = vi.fn(async (_: PushRequest) => 'push:1');
  const actions = { ...fakePushes, send };
  let latest: PushStore | undefined;
  function Held() {
    const [store, setStore] = useState(restorePushStore(undefined));
    latest = store;
    return (
      <PushView
        session={session}
        known={known}
        outcomes={readOutcomes(session)}
        actions={actions}
        live={fakeLive}
        store={store}
        onStore={setStore}
        onClose={async () => {}}
        onPost={async () => {}}
        onOpenUrl={() => {}}
        onSelect={() => {}}
      />
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
  return { find, need, send, store: () => latest as PushStore, user: userEvent.setup() };
};

const showFirebase = async () => {
  const shown = show();
  await shown.user.selectOptions(shown.need('[name=push-way]'), 'firebase');
  const paste = async (name: string, text: string) => {
    await shown.user.click(shown.need(`[name=push-${name}]`));
    await shown.user.paste(text);
  };
  const sendIt = () => shown.user.click(shown.need('[data-action=send-push]'));
  return { ...shown, paste, sendIt };
};

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
