import { spawn } from 'node:child_process';
import path from 'node:path';
import { startDemo } from '../test/demo/server';
import { ensureBrowsers } from './install-browsers';
import { root, runMain } from './run';

/*
 * npm run check:demo                subscribes at the demo shop in a browser without windows, and writes .output/check-demo.html
 * npm run check:demo -- --firefox   in Firefox
 */

const report = path.join(root, '.output/check-demo.html');

await runMain(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => !['--firefox', '--chromium'].includes(arg));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}`);
  const browser = args.includes('--firefox') ? 'firefox' : 'chromium';
  await ensureBrowsers([browser]);
  const demo = await startDemo();
  try {
    const keyed = browser === 'chromium' ? '1' : '0';
    const words = [
      path.join(root, '.output/cli/akpush-inspector.js'),
      ...['check', `${demo.site}/?${new URLSearchParams({ keyed, prompt: 'allowed' })}`],
      ...['--browser', browser, '--scenario', 'subscribe', '--push-service', 'double'],
      ...['--html', report],
    ];
    const child = spawn(process.execPath, words, { stdio: 'inherit' });
    const code = await new Promise<number>((resolve) =>
      child.once('close', (each) => resolve(each ?? 3)),
    );
    if (code !== 3) console.log(`\nThe report: ${report}`);
    return code;
  } finally {
    await demo.close();
  }
});
