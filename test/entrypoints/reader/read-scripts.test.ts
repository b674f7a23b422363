// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readScripts } from '../../../entrypoints/reader/read-scripts';

/* Which tags are read as those that bring the SDK, and where their addresses are. */

const read = (html: string) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.head.replaceChildren(...parsed.querySelectorAll('script'));
  return readScripts().map(({ url, attribute }) => [new URL(url || 'none:').pathname, attribute]);
};

test.each([
  ['<script type="x" src="/ak-push.js"></script>', 'src'],
  ['<script data-src="/ak-push.js"></script>', 'data-src'],
  ['<script data-cookieblock-src="/ak-push.js"></script>', 'data-cookieblock-src'],
  ['<script data-href="/ak-push.js"></script>', 'data-href'],
  ['<script data-script="https://pxl.example.com/ak-push.js"></script>', 'data-script'],
  ['<script data-script="//pxl.example.com/ak-push.js"></script>', 'data-script'],
])('%s', (html, attribute) => {
  expect(read(html)).toEqual([['/ak-push.js', attribute]]);
});

// WordPress names a script and what comes before it after the plugin.
test.each([
  '<script id="akpush-js-extra">var settings = {};</script>',
  '<script class="ak-push">var settings = {};</script>',
  '<script data-handle="akpush">var settings = {};</script>',
])('no address: %s', (html) => {
  expect(read(html)).toEqual([]);
  const both = `${html}<script type="x" id="akpush-js" src="/ak-push.js"></script>`;
  expect(read(both)).toEqual([['/ak-push.js', 'src']]);
});

test('an inline script that no browser runs may bring it', () => {
  expect(read('<script type="text/plain">load("/ak-push.js")</script>')).toEqual([['', '']]);
});
