// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlacedText } from '../../components/views/diagnosis/PlacedText';
import { provideMessages } from '../../lib/i18n/message';
import { isSettingsAddress } from '../../lib/protocol/settings-address';
import english from '../../public/_locales/en/messages.json';

beforeEach(() => provideMessages(english));
afterEach(cleanup);

const site = 'chrome://settings/content/siteDetails?site=https%3A%2F%2Fshop.example%3A8443';

const show = (text: string, onOpen?: (address: string) => void) => {
  const onCopy = vi.fn();
  const { container } = render(
    <PlacedText text={text} {...{ onCopy, onOpen }} onPlace={() => {}} />,
  );
  return {
    container,
    onCopy,
    find: (action: string) => container.querySelector(`[data-action="${action}"]`),
  };
};

test('settings are opened where the extension may do that, and copied elsewhere', () => {
  const onOpen = vi.fn();
  const here = show(`Look at ${site}.`, onOpen);
  fireEvent.click(here.find('open-settings') as Element);
  expect(onOpen).toHaveBeenCalledWith(site);
  expect(here.find('copy-address')).toBeNull();
  cleanup();
  const there = show('Look at about:preferences#privacy.');
  fireEvent.click(there.find('copy-address') as Element);
  expect(there.onCopy).toHaveBeenCalledWith('about:preferences#privacy');
  expect(there.find('open-settings')).toBeNull();
});

test('of a text that is not ours nothing is opened but settings that advice names', () => {
  const { find } = show('See chrome://quit and chrome://settings/resetProfileSettings', () => {});
  expect(find('open-settings')).toBeNull();
  expect(find('copy-address')).not.toBeNull();
  expect(
    ['chrome://quit', 'https://a.example/', `${site}#x`, `javascript:${site}`, ''].some(
      isSettingsAddress,
    ),
  ).toBe(false);
});

test('every page of Chromium that a message names can be opened', () => {
  const named = Object.values(english).flatMap(
    ({ message }) => message.match(/\b(?:chrome|brave):\/\/[\w/-]+/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((address) => !isSettingsAddress(address))).toEqual([]);
});
