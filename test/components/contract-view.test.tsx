// @vitest-environment happy-dom

import { cleanup, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { expectationsFrom } from '../../lib/expectations/expectations-from';
import { expectationsText } from '../../lib/expectations/read-expectations';
import { changed, recorded, withDetail } from '../support/expectation-sessions';
import { makePage } from '../support/make-session';
import { renderApp } from './render-app';

const good = recorded('chromium', 'suspended');
const refused = changed(good, (entry) =>
  entry.kind === 'request' && entry.name === 'save'
    ? withDetail(entry, { httpStatus: 503, response: 'busy' })
    : entry,
);

afterEach(cleanup);

const openContract = async (panel: ReturnType<typeof renderApp>) => {
  const { container } = panel.view;
  await panel.user.click(container.querySelector('#tab-contract') as Element);
  await waitFor(() =>
    expect(container.querySelector('[data-action=make-contract]')).not.toBeNull(),
  );
  return {
    container,
    view: () => (container.querySelector('[data-view=contract]') as HTMLElement).dataset,
    press: (action: string) =>
      panel.user.click(container.querySelector(`[data-action=${action}]`) as Element),
    choose: (text: string, name = 'shop.json') =>
      panel.user.upload(
        container.querySelector('[name=contract-file]') as HTMLInputElement,
        new File([text], name, { type: 'application/json' }),
      ),
  };
};

test('a contract is made of the session with one click, and each row says whether it is so', async () => {
  const panel = renderApp(good);
  const { container, view, press } = await openContract(panel);
  expect(view().contract).toBeUndefined();
  await press('make-contract');
  await waitFor(() => expect(Number(view().met)).toBeGreaterThan(10));
  expect(view()).toMatchObject({ failed: '0', unseen: '0' });
  expect(view().contract).toContain('localhost');

  panel.update(() => refused);
  await waitFor(() => expect(view().failed).toBe('1'));
  const failed = container.querySelector('[data-status=failed]') as HTMLElement;
  expect(failed.dataset.expectation).toBe('requests.0.answer');
  expect(failed.textContent).toContain('The answer: 503');
  expect(container.querySelector('#tab-contract')?.textContent).toContain('✕1');
  await panel.user.click(failed.querySelector('[data-evidence] button') as Element);
  await waitFor(() => expect(container.querySelector('.row[data-name=save]')).not.toBeNull());
  const rowOf = (name: string) =>
    container.querySelector(`.row[data-name=${name}]`)?.getAttribute('data-expected');
  expect([rowOf('save'), rowOf('initSubscription'), rowOf('register')]).toEqual([
    'failed',
    'met',
    null,
  ]);
  await panel.user.click(container.querySelector('#tab-diagnosis') as Element);
  await waitFor(() =>
    expect(
      [...container.querySelectorAll('[data-finding=expectation-failed]')].map((each) =>
        each.getAttribute('data-expectation'),
      ),
    ).toEqual(['requests.0.answer']),
  );
});

test('a file is opened; one that cannot be read is told with its place, and nothing is lost', async () => {
  const panel = renderApp(refused);
  const { container, view, press, choose } = await openContract(panel);
  await choose(expectationsText(expectationsFrom(good)));
  await waitFor(() => expect(view()).toMatchObject({ contract: 'shop.json', failed: '1' }));
  await choose('{"format":"akpush-inspector-expectations","version":1,"calls":[{"method":1}]}');
  await waitFor(() =>
    expect(container.querySelector('[data-problem=contract]')?.textContent).toContain(
      'calls.0.method: ',
    ),
  );
  expect(view()).toMatchObject({ contract: 'shop.json', failed: '1' });
  await press('remove-contract');
  expect(container.querySelector('.confirm')?.textContent).toContain('shop.json');
  await press('confirm');
  await waitFor(() => expect(view().contract).toBeUndefined());
  expect(container.querySelector('[data-expectation]')).toBeNull();
  await press('undo-contract');
  await waitFor(() => expect(view()).toMatchObject({ contract: 'shop.json', failed: '1' }));
});

test('what was changed for one site can not be taken back on another, and a question goes with its page', async () => {
  const panel = renderApp(good);
  const { container, view, press } = await openContract(panel);
  await press('make-contract');
  await waitFor(() => expect(view().contract).toContain('localhost'));
  await press('remove-contract');
  await press('confirm');
  await waitFor(() =>
    expect(container.querySelector('[data-action=undo-contract]')).not.toBeNull(),
  );
  await press('make-contract');
  await waitFor(() => expect(view().contract).toContain('localhost'));
  await press('make-contract');
  expect(container.querySelector('.confirm')).not.toBeNull();
  const goTo = (url: string, document: string) =>
    panel.update((held) => ({
      ...held,
      pages: [
        ...held.pages,
        { ...makePage({ url, document }), number: held.pages.length + 1, frame: 0 },
      ],
    }));
  goTo('https://other.test/', 'other');
  await waitFor(() => expect(view().contract).toBeUndefined());
  await waitFor(() =>
    expect(container.querySelector('[data-action=make-contract]')).not.toBeNull(),
  );
  expect(container.querySelector('.confirm')).toBeNull();
  expect(container.querySelector('[data-action=undo-contract]')).toBeNull();
  expect(container.querySelector('[data-action=remove-contract]')).toBeNull();
});

test('it is saved as it is kept', async () => {
  const text = expectationsText(expectationsFrom(good));
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:x';
  });
  const panel = renderApp(good);
  const { view, press, choose } = await openContract(panel);
  await choose(text);
  await waitFor(() => expect(view().contract).toBe('shop.json'));
  await press('save-contract');
  expect(await blobs[0]?.text()).toBe(text);
  vi.restoreAllMocks();
});
