import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { readXml, type XmlElement } from './read-xml';

const schema = readFileSync(path.join(import.meta.dirname, 'junit.xsd'), 'utf8');

/** What a suite counts, which no schema can compare: the elements of its tests by the attribute that tells their number; `''`: the tests themselves. */
const counted = { tests: '', failures: 'failure', errors: 'error', skipped: 'skipped' } as const;

const countProblems = ({ attributes, children }: XmlElement): string[] => {
  const cases = children.filter(({ name }) => name === 'testcase');
  return Object.entries(counted).flatMap(([attribute, outcome]) => {
    const { length } = cases.filter(
      (each) => outcome === '' || each.children.some(({ name }) => name === outcome),
    );
    const told = attributes[attribute];
    return told === undefined || Number(told) === length
      ? []
      : [`testsuite: ${attribute} is ${told}, and there are ${length}`];
  });
};

/**
 * What is wrong with JUnit reports, texts of XML: what libxml2 says by test/support/junit.xsd, each after the report's number, and counts of suites that are not right;
 * empty: nothing. Rejects where the validator itself fails; throws on a report that is valid and has what `readXml` does not read.
 */
export const junitProblems = async (...reports: readonly string[]): Promise<string[]> => {
  const { valid, errors, rawOutput } = await validateXML({
    xml: reports.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema,
  });
  if (!valid)
    return errors.length > 0
      ? errors.map(({ loc, message }) => `${loc?.fileName ?? ''}: ${message.trim()}`)
      : [rawOutput];
  return reports.flatMap((each) => readXml(each).children.flatMap(countProblems));
};
