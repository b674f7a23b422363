import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      // The polyfill throws outside an extension.
      'webextension-polyfill': path.resolve(import.meta.dirname, 'test/support/fake-browser.ts'),
    },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['test/setup.ts'],
    restoreMocks: true,
    // A busy machine is no failed test.
    testTimeout: 60_000,
    // Both cores of a small machine: by itself one would be left idle.
    maxWorkers: 2,
  },
});
