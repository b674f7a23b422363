import { beforeAll, expect, test } from 'vitest';
import { failLevels } from '../../cli/page-result';
import { toJunit } from '../../cli/reports/to-junit';
import { provideEnglish } from '../../scripts/provide-english';
import { hostileTexts } from '../support/hostile-texts';
import { junitProblems } from '../support/junit-problems';
import { makeCheckReport, makeExpectations, makePageResult } from '../support/make-page-result';
import { readXml } from '../support/read-xml';

/*
 * JUnit reports are held to the structure of Jenkins' junit-10.xsd, as test/support/junit-problems.ts has it: no server says in any other way what it takes.
 */

beforeAll(provideEnglish);

const problemsOf = (text: string): string[] => junitProblems(readXml(text));

test('a report of all that there is keeps to the schema, whatever pages say', () => {
  for (const text of ['x', ...hostileTexts])
    for (const failOn of failLevels) {
      const pages = [
        makePageResult(text, { pushService: 'double', expectations: makeExpectations(text) }),
        makePageResult(text, {
          checkup: {
            verdict: 'failed',
            steps: (['passed', 'note', 'failed', 'skipped'] as const).map((status) => ({
              id: 'init',
              title: text,
              status,
              text,
              took: 12.5,
            })),
          },
        }),
        makePageResult(text, { problem: text, diagnosis: null }),
      ];
      expect(problemsOf(toJunit({ ...makeCheckReport(pages), failOn }))).toEqual([]);
    }
  expect(problemsOf(toJunit(makeCheckReport([])))).toEqual([]);
});

const suite = (inside: string, attributes = 'name="a" tests="1" failures="0" errors="0"'): string =>
  `<testsuites><testsuite ${attributes}>${inside}</testsuite></testsuites>`;
const done = '<testcase name="a" classname="b"/>';

test.each([
  ['<testsuite name="a" tests="0" failures="0" errors="0"/>', 'testsuite: expected testsuites'],
  [suite(done, 'tests="1" failures="0" errors="0"'), 'testsuite: name is missing'],
  [
    suite(done, 'name="a" tests="2" failures="0" errors="0"'),
    'testsuite: tests is 2, and there are 1',
  ],
  [suite(`${done}<properties/>`), 'testsuite: its elements are in another order'],
  [suite('<testcase name="a"/>'), 'testcase: classname is missing'],
  [suite('<testcase name="a" classname="b" time="1,5"/>'), 'testcase: time is 1,5'],
  [suite('<testcase name="a" classname="b" id="c"/>'), 'testcase: no attribute id'],
  [suite('<testcase name="a" classname="b">x</testcase>'), 'testcase: a text in it'],
  [
    suite('<testcase name="a" classname="b"><property name="a" value="b"/></testcase>'),
    'testcase: no property in it',
  ],
  [
    suite(done.replace('/>', '><skipped/><skipped/></testcase>')),
    'testcase: skipped more than once',
  ],
  [suite(`${done}<x/>`), 'testsuite: no x in it'],
])('what is no such report is told: %s', (text, problem) => {
  expect(problemsOf(text)).toContain(problem);
});
