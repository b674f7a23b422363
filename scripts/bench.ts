import { startDemo } from '../test/demo/server';
import { startArms } from './bench/arms';
import { measureBlank } from './bench/measure-blank';
import { measureCalls } from './bench/measure-calls';
import { measureDiagnosis } from './bench/measure-diagnosis';
import { measurePanel } from './bench/measure-panel';
import { measurePush } from './bench/measure-push';
import { measureRecording } from './bench/measure-recording';
import { measureScroll } from './bench/measure-scroll';
import { measureSessions } from './bench/measure-sessions';
import { measureSize } from './bench/measure-size';
import { measureState } from './bench/measure-state';
import { isMet, type Line, reportTable, writeResults } from './bench/report';
import { ensureBrowsers } from './install-browsers';
import { runMain, runTool } from './run';

/*
 * npm run bench                   15 interleaved rounds
 * npm run bench -- --rounds 30    more of them, less noise
 */

const roundsOf = (args: readonly string[]): number => {
  const at = args.indexOf('--rounds');
  const rounds = at < 0 ? 15 : Number(args[at + 1]);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number');
  return rounds;
};

await runMain(async () => {
  const rounds = roundsOf(process.argv.slice(2));
  await ensureBrowsers(['chromium']);
  await runTool('wxt', 'build');
  const demo = await startDemo();
  const arms = await startArms();
  const lines: Line[] = measureSize();
  const sdkPage = `${demo.site}/?sdk=g6&mode=pull&standin=1`;
  const versions = { rounds, node: process.version };
  try {
    for (const path of ['/empty', '/blank20']) {
      console.log(`Measuring ${path}`);
      lines.push(...(await measureBlank(arms, demo.site, path, rounds)));
    }
    console.log('Measuring what recording costs');
    lines.push(...(await measureRecording(arms, sdkPage, rounds)));
    console.log('Measuring the panel');
    lines.push(...(await measurePanel(arms.browsers.ours, sdkPage, rounds)));
    console.log('Measuring state and calls');
    lines.push(...(await measureState(arms.browsers.ours, sdkPage, rounds)));
    lines.push(...(await measureCalls(arms.browsers.ours, sdkPage, rounds)));
    lines.push(...measureDiagnosis(rounds));
    console.log('Measuring pushes');
    lines.push(...(await measurePush(arms.browsers.ours, sdkPage, rounds)));
    console.log('Measuring sessions');
    lines.push(...measureSessions(rounds));
    lines.push(...(await measureScroll(arms.browsers.ours)));
  } finally {
    await arms.close();
    await demo.close();
  }
  console.log(`\nMedians of ${rounds} interleaved rounds, ± half of their 95 % interval\n`);
  console.log(reportTable(lines));
  console.log(`\n${writeResults(lines, versions)}`);
  const missed = lines.filter((line) => !isMet(line)).length;
  console.log(missed === 0 ? 'All goals are met' : `${missed} goals are missed`);
  // A busy machine misses goals: the numbers are for reading, not for failing.
  return 0;
});
