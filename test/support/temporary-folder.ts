import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder for the test that runs, which is removed after it. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-inspector-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};
