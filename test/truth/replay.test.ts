import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/find-browser';
import { provideEnglish } from '../../scripts/provide-english';
import { truthCases } from './cases';
import { digestOf, goldenFolder, readGolden } from './golden';
import { judgeCase } from './judge-case';
import { replay } from './replay';

/*
 * What was recorded of each case in each browser is told again by the rules as they are now. What a live panel knows and a file does not is in
 * `replay`; earlier moments of a case are not in its recording's answer, only the last one.
 */

beforeAll(provideEnglish);

describe.each(browserNames)('%s', (browser) => {
  const here = truthCases.filter(
    ({ id, only = browser }) => only === browser && readGolden(browser, id) !== undefined,
  );

  test.each(here.map((truth) => [truth.id, truth] as const))('%s', (id, truth) => {
    const again = `run: npm run truth -- ${browser} --record --only ${id}`;
    const golden = readGolden(browser, id);
    if (!golden) throw new Error(`${id} has no recording; ${again}`);
    expect(golden.digest, `${id} is not what was recorded; ${again}`).toBe(digestOf(truth));
    const seen = replay(golden.text);
    const { verdict, isHealthy } = golden;
    expect(seen).toMatchObject({ verdict, isHealthy });
    const [right = { verdict: 'unknown' as const }] = truth.moments.slice(-1);
    expect(judgeCase(right, seen, truth.kind), `${seen.verdict}: ${seen.findings.join(', ')}`).toBe(
      'right',
    );
  });

  test('no recording is of a case that is gone', () => {
    const known = new Set(here.map(({ id }) => `${id}.json.gz`));
    expect(readdirSync(goldenFolder(browser)).filter((file) => !known.has(file))).toEqual([]);
  });
});
