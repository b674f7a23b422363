// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { canGesture, followTab, readCapabilities, watchTheme } from '../../lib/browser';
import fakeBrowser from '../support/fake-browser';

const { onReplaced } = fakeBrowser.tabs;

beforeEach(() => history.replaceState(null, '', '/panel.html'));

describe('a tab that is another one to the browser', () => {
  test('is followed, again and again, and named in the address', () => {
    history.replaceState(null, '', '?tab=1&view=push');
    const onTab = vi.fn();
    followTab(1, onTab);
    onReplaced.fire(9, 5);
    expect(onTab).not.toHaveBeenCalled();
    onReplaced.fire(2, 1);
    onReplaced.fire(3, 2);
    onReplaced.fire(4, 1);
    expect(onTab.mock.calls).toEqual([[2], [3]]);
    expect(location.search).toBe('?tab=3&view=push');
  });

  test('where no address names it, none does afterwards; and it can be left', () => {
    const onTab = vi.fn();
    const leave = followTab(1, onTab);
    onReplaced.fire(2, 1);
    expect(onTab).toHaveBeenCalledExactlyOnceWith(2);
    expect(location.search).toBe('');
    leave();
    onReplaced.fire(3, 2);
    expect(onTab).toHaveBeenCalledOnce();
  });
});

describe('what the browser lets the extension do', () => {
  const manifestOf = (manifest: object) =>
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);

  test.each([
    [{ permissions: ['debugger'] }, 'yes', 'no'],
    [{ permissions: ['webRequest', 'webRequestFilterResponse'] }, 'no', 'yes'],
    [{ permissions: ['storage'], optional_permissions: ['debugger'] }, 'unknown', 'no'],
    [{}, 'no', 'no'],
  ])('%j', (manifest, debug, workerRequests) => {
    manifestOf(manifest);
    expect(readCapabilities()).toEqual({ debugger: debug, workerRequests });
    expect(canGesture()).toBe(debug === 'yes');
  });
});

describe('the theme', () => {
  test('that has changed before somebody listened is told', () => {
    let isDark = false;
    const query = Object.assign(new EventTarget(), { media: '' });
    Object.defineProperty(query, 'matches', { get: () => isDark });
    vi.spyOn(fakeBrowser, 'devtools', 'get').mockReturnValue({} as never);
    vi.spyOn(globalThis, 'matchMedia').mockReturnValue(query as unknown as MediaQueryList);
    isDark = true;
    const onTheme = vi.fn();
    watchTheme(onTheme);
    expect(onTheme).toHaveBeenLastCalledWith('dark');
    isDark = false;
    query.dispatchEvent(new Event('change'));
    expect(onTheme).toHaveBeenLastCalledWith('light');
  });
});
