import { defineConfig } from 'vitest/config';

const project = (name: 'chromium' | 'firefox') => ({
  test: {
    name,
    env: { BROWSER: name },
    // Of a Grid there are Chromium's nodes alone.
    include: ['test/e2e/*.e2e.ts', ...(name === 'chromium' ? ['test/grid/*.e2e.ts'] : [])],
    environment: 'node' as const,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Browsers at the same time take each other's focus and time.
    fileParallelism: false,
    retry: 0,
  },
});

export default defineConfig({
  test: { projects: [project('chromium'), project('firefox')], fileParallelism: false },
});
