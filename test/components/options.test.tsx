// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Options } from '../../components/options/Options';
import { provideMessages } from '../../lib/i18n/message';
import { defaultPreferences } from '../../lib/saved/preferences';
import { defaultSettings } from '../../lib/timeline/settings';
import english from '../../public/_locales/en/messages.json';

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const show = () => {
  const on = {
    onPreferences: vi.fn(),
    onSettings: vi.fn(),
    onUnmute: vi.fn(),
    onReset: vi.fn(),
  };
  const { container } = render(
    <Options
      preferences={defaultPreferences}
      settings={defaultSettings}
      mutes={{ 'https://shop.example': ['two-sdks'] }}
      version="1.2.3"
      nameOf={(rule) => `rule ${rule}`}
      {...on}
    />,
  );
  const need = (selector: string): HTMLElement => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return { ...on, need, user: userEvent.setup(), container };
};

test('each choice is given on at once', async () => {
  const { need, user, onPreferences, onSettings, onUnmute } = show();
  await user.selectOptions(need('[name=language]'), 'ru');
  expect(onPreferences).toHaveBeenCalledWith({ language: 'ru' });
  await user.selectOptions(need('[name=theme]'), 'dark');
  expect(onPreferences).toHaveBeenCalledWith({ theme: 'dark' });
  await user.selectOptions(need('[name=time]'), 'relative');
  expect(onSettings).toHaveBeenCalledWith({ time: 'relative' });
  await user.click(need('[name=read-scripts]'));
  expect(onSettings).toHaveBeenCalledWith({ readScripts: false });
  await user.selectOptions(need('[name=keep-days]'), '30');
  expect(onSettings).toHaveBeenCalledWith({ keepDays: 30 });
  await user.click(need('[data-muted=two-sdks] button'));
  expect(onUnmute).toHaveBeenCalledWith('https://shop.example', 'two-sdks');
});

test('a reset is asked for first', async () => {
  const { need, user, onReset, container } = show();
  await user.click(need('[data-action=reset-settings]'));
  await user.click(need('[data-action=cancel]'));
  expect(onReset).not.toHaveBeenCalled();
  await user.click(need('[data-action=reset-settings]'));
  await user.click(need('[data-action=confirm]'));
  expect(onReset).toHaveBeenCalledTimes(1);
  expect(container.querySelector('dialog')).toBeNull();
});
