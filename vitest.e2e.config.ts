import path from 'node:path';
import { defineConfig } from 'vitest/config';

const minute = 60_000;

/** Firefox starts again and again, and takes less time from the second time on. */
const firefoxCache = path.resolve(
  import.meta.dirname,
  'node_modules/.cache/akpush-inspector/firefox',
);

const project = (
  browser: 'chromium' | 'firefox',
  name: string,
  include: readonly string[],
  testTimeout = 2 * minute,
) => ({
  test: {
    name,
    env: { BROWSER: browser, AKPUSH_FIREFOX_CACHE: firefoxCache },
    include: [...include],
    environment: 'node' as const,
    testTimeout,
    hookTimeout: 2 * minute,
    retry: 0,
  },
});

export default defineConfig({
  test: {
    projects: [
      // The extension in a browser.
      project('chromium', 'chromium', ['test/e2e/*.e2e.ts']),
      project('firefox', 'firefox', ['test/e2e/*.e2e.ts']),
      // The command, which starts browsers of its own, several in a test. Of a Grid, and of chromedriver's kind, there is Chromium's alone.
      project(
        'chromium',
        'chromium-command',
        ['test/command/*.e2e.ts', 'test/grid/*.e2e.ts', 'test/runners/*.e2e.ts'],
        5 * minute,
      ),
      project('firefox', 'firefox-command', ['test/command/*.e2e.ts'], 5 * minute),
    ],
    // Browsers at the same time take each other's focus and time. What has none of its own windows is run two at a time by `npm test`.
    fileParallelism: false,
  },
});
