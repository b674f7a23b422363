import { expect, test } from 'vitest';
import { browserName, environmentText } from '../../../lib/text/browser-name';

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

test.each([
  [chrome, 'Chrome 156, Linux'],
  [chrome.replace('Chrome/', 'HeadlessChrome/'), 'Chrome 156, Linux'],
  [`${chrome} Edg/156.0.0.0`, 'Edge 156, Linux'],
  [`${chrome} OPR/120.0.0.0`, 'Opera 120, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    'Firefox 145, Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari 18, macOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36',
    'Chrome 156, Android',
  ],
  [`${chrome} SamsungBrowser/27.0`, 'Samsung Internet 27, Linux'],
  ['Test/1', 'Test/1'],
])('%s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});

test('where a report comes from has the product’s name', () => {
  expect(environmentText('1.2.3', chrome)).toBe('AKPush Inspector 1.2.3, Chrome 156, Linux');
});
