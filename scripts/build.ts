import { buildAll } from './build-once';
import { runMain } from './run';

/*
 * npm run build    makes the extension for both browsers, and the command
 */

await runMain(async () => {
  await buildAll();
  return 0;
});
