import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from '../../test/e2e/support/browser';
import { launchBrowser } from '../../test/e2e/support/launch';

/** `none` runs twice: the difference between the two is the noise. `against` is another build of this extension. */
export type ArmName = 'none' | 'again' | 'floor' | 'ours' | 'against';

/** The browsers that are compared, running side by side. */
export interface Arms {
  browsers: Record<Exclude<ArmName, 'against'>, Browser> & { against?: Browser };
  close(): Promise<void>;
}

/** An extension of which nothing is in a page but an empty content script: less is not possible at `document_start`. */
const writeFloor = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-inspector-floor-'));
  const manifest = {
    manifest_version: 3,
    name: 'Floor',
    version: '1',
    host_permissions: ['*://*/*'],
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['*://*/*'], run_at: 'document_start', js: ['empty.js'] }],
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'background.js'), '');
  writeFileSync(path.join(folder, 'empty.js'), '');
  return folder;
};

/** Starts the browsers; `against` is the folder of another build that is measured too. */
export const startArms = async (against?: string): Promise<Arms> => {
  const floor = writeFloor();
  const chromiumArgs = ['--enable-precise-memory-info'];
  const launch = (extension?: string | null) =>
    launchBrowser(
      { headless: true, chromiumArgs, ...(extension !== undefined && { extension }) },
      'chromium',
    );
  const browsers = {
    none: await launch(null),
    again: await launch(null),
    floor: await launch(floor),
    ours: await launch(),
    ...(against !== undefined && { against: await launch(against) }),
  };
  return {
    browsers,
    async close() {
      for (const browser of Object.values(browsers)) await browser.close();
      rmSync(floor, { recursive: true, force: true });
    },
  };
};
