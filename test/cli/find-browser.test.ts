import { expect, test } from 'vitest';
import { browserFiles } from '../../cli/find-browser';

test('where a browser is looked for', () => {
  const linux = browserFiles('firefox', 'linux', { PATH: '/usr/bin:/opt' });
  expect(linux.slice(0, 2)).toEqual(['/usr/bin/firefox', '/opt/firefox']);
  const env = {
    Path: 'C:\\tools',
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\mira\\AppData\\Local',
  };
  const windows = browserFiles('chromium', 'win32', env);
  expect(windows).toContain('C:\\tools\\chrome.exe');
  expect(windows).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  expect(windows).toContain('C:\\Users\\mira\\AppData\\Local\\Chromium\\Application\\chrome.exe');
  expect(browserFiles('firefox', 'win32', env)).toContain(
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  );
  expect(browserFiles('firefox', 'win32', {})).toEqual([]);
});
