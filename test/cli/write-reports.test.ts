import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CheckOptions } from '../../cli/check-options';
import { writeReports } from '../../cli/write-reports';
import { temporaryFolder } from '../support/temporary-folder';

const report = {
  format: 'akpush-inspector-check',
  version: 1,
  inspector: '0.1.0',
  failOn: 'error',
  exitCode: 0,
  gone: [],
  pages: [],
} as const;
const write = (options: object, unwritten: string[] = [], exitCode: 0 | 1 = 0) =>
  writeReports({ ...report, exitCode, gone: [], pages: [] }, options as CheckOptions, unwritten);

test('the code in the JSON is the one that the command ends with', () => {
  const folder = temporaryFolder();
  const json = path.join(folder, 'report.json');
  const codeIn = () => (JSON.parse(readFileSync(json, 'utf8')) as { exitCode: number }).exitCode;
  const unwritten: string[] = [];
  // A folder is no file to write to.
  expect(write({ json, junit: folder }, unwritten)).toBe(3);
  expect(unwritten).toEqual([expect.stringContaining(`--junit ${folder}`)]);
  expect(codeIn()).toBe(3);
  expect(write({ json })).toBe(0);
  expect(codeIn()).toBe(0);
  // What was found counts more than what could not be written.
  expect(write({ json }, ['--save-session'], 1)).toBe(1);
  expect(codeIn()).toBe(1);
});

test('known findings that could not be written are no 0', () => {
  const folder = temporaryFolder();
  const unwritten: string[] = [];
  expect(write({ writeBaseline: folder, baseline: [] }, unwritten)).toBe(3);
  expect(unwritten).toEqual([expect.stringContaining(`--write-baseline ${folder}: `)]);
  const writeBaseline = path.join(folder, 'new/known.json');
  expect(write({ writeBaseline, baseline: [] })).toBe(0);
  expect(JSON.parse(readFileSync(writeBaseline, 'utf8'))).toMatchObject({ findings: [] });
});

test('a web page that could not be made costs no other report', () => {
  const folder = temporaryFolder();
  const [json, html] = [path.join(folder, 'r.json'), path.join(folder, 'r.html')];
  expect(write({ json, html }, ['--html r.html: too long'])).toBe(3);
  expect([existsSync(json), existsSync(html)]).toEqual([true, false]);
});
