import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { diagnoseSession } from '../../lib/diagnosis/diagnose-session';
import type { Session } from '../../lib/model/session';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { provideEnglish } from '../provide-english';
import { root } from '../run';
import type { FirstDiagnosis } from './first-diagnosis';
import { makeReadSession } from './make-read-session';
import type { Line } from './report';
import { lineOf, quantile } from './stats';

/** The same session, of which nothing is held from before. */
const anew = (session: Session): Session => ({
  ...session,
  pages: [...session.pages],
  entries: [...session.entries],
});

const timeAgain = (session: Session): number => {
  const changed = anew(session);
  const begin = performance.now();
  const made = diagnoseSession(changed, readOutcomes(changed), 'chromium');
  const took = performance.now() - begin;
  if (!made) throw new Error('The session was not diagnosed');
  return took;
};

/** Bundles what the thread of a first diagnosis runs; returns the file. */
const buildFirst = async (): Promise<string> => {
  const outDir = path.join(root, '.bench/first-diagnosis');
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'scripts/bench/first-diagnosis.ts'),
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'first-diagnosis.js' } },
    },
  });
  return path.join(outDir, 'first-diagnosis.js');
};

const timeFirst = async (file: string, workerData: FirstDiagnosis): Promise<number> => {
  const thread = new Worker(file, { workerData });
  const [took] = await once(thread, 'message');
  await thread.terminate();
  return took;
};

/**
 * What all rules take over a session: as after a change, with nothing of it judged before, and the first time that the code runs. In Node, which
 * runs Chromium's engine.
 */
export const measureDiagnosis = async (rounds: number): Promise<Line[]> => {
  provideEnglish();
  const session = makeReadSession(10_000);
  const times = Array.from({ length: rounds * 4 }, () => timeAgain(session));
  const file = await buildFirst();
  const messages = JSON.parse(
    readFileSync(path.join(root, 'public/_locales/en/messages.json'), 'utf8'),
  );
  const [few, many]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    few.push(await timeFirst(file, { entries: 100, messages }));
    many.push(await timeFirst(file, { entries: 10_000, messages }));
  }
  return [
    lineOf('all rules over 10,000 entries', times, 'ms', 20),
    { what: 'all rules over 10,000 entries, p95', value: quantile(times, 0.95), unit: 'ms' },
    lineOf('first diagnosis after load, 100 entries', few, 'ms'),
    lineOf('first diagnosis after load, 10,000 entries', many, 'ms'),
  ];
};
