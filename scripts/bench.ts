import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startDemo } from '../test/demo/server';
import { type Arms, startArms } from './bench/arms';
import { isPartName, measurePart, type PartName, partNames } from './bench/parts';
import { isMet, type Line, reportTable, writeResults } from './bench/report';
import { buildNames, buildOnce } from './build-once';
import { ensureBrowsers } from './install-browsers';
import { ensureGrid } from './install-grid';
import { root, runMain } from './run';

/*
 * npm run bench                              15 interleaved rounds of everything
 * npm run bench -- --rounds 30               more of them, less noise
 * npm run bench -- --only blank --only slow  some parts: see bench/parts.ts
 * npm run bench -- --against ../old          beside another build of this extension, by its folder
 * npm run bench -- --built                   what is in .output now
 */

interface Options {
  rounds: number;
  parts: readonly PartName[];
  against?: string;
  isBuilt: boolean;
}

const readOptions = (): Options => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '15' },
      only: { type: 'string', multiple: true, default: [] },
      against: { type: 'string' },
      built: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number');
  const unknown = values.only.filter((name) => !isPartName(name));
  if (unknown.length > 0) throw new Error(`--only wants one of: ${partNames.join(', ')}`);
  const parts = values.only.filter(isPartName);
  const against = values.against && path.resolve(values.against);
  if (against && !existsSync(path.join(against, 'manifest.json')))
    throw new Error(`--against: ${against} has no extension`);
  return {
    rounds,
    parts: parts.length > 0 ? parts : partNames,
    isBuilt: values.built,
    ...(against && { against }),
  };
};

await runMain(async () => {
  const { rounds, parts, against, isBuilt } = readOptions();
  // Chromium starts without an extension that is not there, and would be measured.
  if (isBuilt && !existsSync(path.join(root, '.output/chrome-mv3/manifest.json')))
    throw new Error('--built: there is nothing in .output; "npm run build" makes it');
  const needsFirefox = parts.includes('real-push') || parts.includes('firefox');
  await ensureBrowsers(needsFirefox ? ['chromium', 'firefox'] : ['chromium']);
  if (parts.includes('grid')) await ensureGrid();
  if (!isBuilt) {
    const needsCommand = parts.includes('check') || parts.includes('grid');
    await buildOnce(
      needsCommand ? buildNames : needsFirefox ? ['chromium', 'firefox'] : ['chromium'],
    );
  }
  const demo = await startDemo();
  let starting: Promise<Arms> | undefined;
  const arms = () => (starting ??= startArms(against));
  const lines: Line[] = [];
  try {
    for (const part of parts) {
      console.log(`Measuring: ${part}`);
      lines.push(...(await measurePart(part, { arms, demo, site: demo.site, rounds })));
    }
  } finally {
    await (await starting)?.close();
    await demo.close();
  }
  console.log(`\nMedians of ${rounds} interleaved rounds, ± half of their 95 % interval\n`);
  console.log(reportTable(lines));
  const versions = { rounds, node: process.version, ...(against && { against }) };
  console.log(`\n${writeResults(lines, versions)}`);
  const missed = lines.filter((line) => !isMet(line)).length;
  console.log(missed === 0 ? 'All goals are met' : `${missed} goals are missed`);
  // A busy machine misses goals: the numbers are for reading, not for failing.
  return 0;
});
