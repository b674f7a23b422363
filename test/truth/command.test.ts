import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeSession } from '../../cli/judge-session';
import { unseenNeeds } from '../../cli/unseen-needs';
import { readSessionText } from '../../lib/formats/read-session-file';
import { toSession } from '../../lib/formats/to-session';
import { browserNames } from '../../scripts/find-browser';
import { provideEnglish } from '../../scripts/provide-english';
import { faults } from '../demo/faults';
import {
  commandCases,
  engineOf,
  judgeCommand,
  scenarioOf,
  seenByCommand,
  withoutFault,
} from './command-cases';
import { digestOf, goldenFolder, readGolden } from './golden';

/*
 * What the command has said of each page with a fault, in each browser, is what the panel's recording of that page says now, and so does the command's own
 * recording. In browsers: test/command/check-faults.e2e.ts.
 */

/** Of what these are found by, the command's files, which have no secrets, say no more than a name. */
const foundBySecrets: readonly string[] = [
  'worker-other-build',
  'key-malformed',
  'token-malformed',
];

beforeAll(provideEnglish);

describe.each(browserNames)('%s', (browser) => {
  const cases = commandCases(browser);

  test.each(cases.map((truth) => [truth.id, truth] as const))('%s', (id, truth) => {
    const again = `run: npm run truth -- ${browser} --command --record --only ${id}`;
    const golden = readGolden(browser, id, 'command');
    if (!golden) throw new Error(`${id} has no recording; ${again}`);
    expect(golden.digest, `${id} is not what was recorded; ${again}`).toBe(digestOf(truth));
    const { verdict, isHealthy, findings } = golden;
    const told = { verdict, isHealthy, findings, text: '', offers: [] };
    expect(judgeCommand(browser, truth, told)).toMatchObject({ answer: 'right', isSame: true });
    if (foundBySecrets.includes(id) || truth.liveOnly !== undefined) return;
    const session = { ...toSession(readSessionText(golden.text)), recording: true };
    const isClicked = faults[id]?.panel === 'send-push-and-click';
    const unseen = unseenNeeds(
      { scenario: scenarioOf(truth), browser },
      { seesWorker: true, isClicked },
    );
    const seen = seenByCommand(
      judgeSession(session, { engine: engineOf(browser), unseen }).diagnosis,
    );
    expect(seen).toEqual(told);
  });

  test('every page with a fault is compared, but where the browser has no such fault', () => {
    const compared = cases.map(({ fault }) => fault);
    expect([...compared, ...Object.keys(withoutFault[browser])].sort()).toEqual(
      Object.keys(faults).sort(),
    );
    const document = readFileSync('docs/check.md', 'utf8');
    for (const [fault, why] of Object.entries(withoutFault[browser]))
      expect(document.replace(/\s+/g, ' ')).toContain(`\`${fault}\`: ${why}`);
  });

  test('no recording is of a case that is gone', () => {
    const known = new Set(cases.map(({ id }) => `${id}.json.gz`));
    const files = readdirSync(goldenFolder(browser, 'command'));
    expect(files.filter((file) => !known.has(file))).toEqual([]);
  });
});
