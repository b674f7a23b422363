import { beforeAll, expect, test } from 'vitest';
import { failLevels } from '../../cli/page-result';
import { toJunit } from '../../cli/reports/to-junit';
import { provideEnglish } from '../../scripts/provide-english';
import { hostileTexts } from '../support/hostile-texts';
import { junitProblems } from '../support/junit-problems';
import { makeCheckReport, makeExpectations, makePageResult } from '../support/make-page-result';

/*
 * JUnit reports are held to a schema, by libxml2: no server says in any other way what it takes.
 */

beforeAll(provideEnglish);

test('reports of all that there is keep to the schema, whatever pages say', async () => {
  const reports = ['x', ...hostileTexts].flatMap((text) =>
    failLevels.map((failOn) => {
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
      return toJunit({ ...makeCheckReport(pages), failOn });
    }),
  );
  expect(await junitProblems(...reports, toJunit(makeCheckReport([])))).toEqual([]);
});

const suite = (inside: string, attributes = 'name="a" tests="1" failures="0" errors="0"'): string =>
  `<testsuites><testsuite ${attributes}>${inside}</testsuite></testsuites>`;
const done = '<testcase name="a" classname="b"/>';

test('the smallest report is one', async () => {
  expect(await junitProblems(suite(done))).toEqual([]);
});

test.each([
  ['<testsuite name="a" tests="0" failures="0" errors="0"/>', "Element 'testsuite': No matching"],
  [suite(done, 'tests="1" failures="0" errors="0"'), "The attribute 'name' is required"],
  [suite(done, 'name="a" tests="2" failures="0" errors="0"'), 'tests is 2, and there are 1'],
  [suite(done, 'name="a" tests="-1" failures="0" errors="0"'), "'-1' is not a valid value"],
  [
    suite(done, 'name="a" tests="1" failures="0" errors="0" timestamp="2026-11-30T09:30:15Z"'),
    'not accepted by the pattern',
  ],
  [suite(`${done}<properties/>`), "Element 'properties': This element is not expected"],
  [suite('<testcase name="a"/>'), "The attribute 'classname' is required"],
  [suite('<testcase name="a" classname="b" time="1,5"/>'), "'1,5' is not accepted"],
  [suite('<testcase name="a" classname="b" id="c"/>'), "The attribute 'id' is not allowed"],
  [suite('<testcase name="a" classname="b">x</testcase>'), 'Character content'],
  [
    suite('<testcase name="a" classname="b"><property name="a" value="b"/></testcase>'),
    "Element 'property': This element is not expected",
  ],
  [
    suite(done.replace('/>', '><skipped/><failure/></testcase>')),
    "Element 'failure': This element is not expected",
  ],
  [suite(`${done}<x/>`), "Element 'x': This element is not expected"],
  [suite('<testcase name="&#1;" classname="b"/>'), 'invalid xmlChar value 1'],
  [suite('<testcase name="<" classname="b"/>'), 'Unescaped'],
  [suite(done).replace('</testsuites>', ''), 'Premature end of data'],
])('what is no such report is told: %s', async (text, problem) => {
  const problems = await junitProblems(text);
  expect(problems.join('\n')).toContain(problem);
});
