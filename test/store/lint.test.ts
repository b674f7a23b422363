import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lintProblems } from '../../scripts/lint-firefox';

const root = path.resolve(import.meta.dirname, '../..');
const warning = {
  _type: 'warning',
  code: 'UNSAFE_VAR_ASSIGNMENT',
  message: 'Unsafe assignment to innerHTML',
  file: 'chunks/core.js',
};
const preact = '||d.__html==e.innerHTML)||(e.innerHTML=d.__html),t.__k=[]';
const report = { errors: [], notices: [], warnings: [warning] };

test('Preact’s own write of HTML is let through, once for each file', () => {
  expect(lintProblems(report, () => preact)).toEqual([]);
  expect(lintProblems(report, () => 'e.innerHTML = text')).toHaveLength(1);
  expect(lintProblems({ ...report, warnings: [warning, warning] }, () => preact)).toHaveLength(1);
});

test('that a key is newer on Android, for which there is no build, is let through: that key, once', () => {
  const android = {
    ...warning,
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    description: `"strict_min_version" requires Firefox for Android 140, which was released before version 142 introduced support for "browser_specific_settings.gecko.data_collection_permissions".`,
    file: 'manifest.json',
  };
  const problemsOf = (...warnings: (typeof android)[]) =>
    lintProblems({ ...report, warnings }, () => '');
  expect(problemsOf(android)).toEqual([]);
  expect(problemsOf(android, android)).toHaveLength(1);
  expect(
    problemsOf({ ...android, description: android.description.replace(/data_\w+/, 'x') }),
  ).toHaveLength(1);
  expect(problemsOf({ ...android, code: 'KEY_FIREFOX_UNSUPPORTED_BY_MIN_VERSION' })).toHaveLength(
    1,
  );
});

test('errors and notices are problems', () => {
  const error = { ...warning, _type: 'error', code: 'MANIFEST_FIELD_INVALID' };
  expect(lintProblems({ ...report, errors: [error] }, () => preact)).toEqual([
    'web-ext lint, error in chunks/core.js: MANIFEST_FIELD_INVALID: Unsafe assignment to innerHTML',
  ]);
});

test('nothing here has Preact write HTML', () => {
  const files = ['entrypoints', 'components', 'viewer'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(root, folder, file),
    ),
  );
  const users = files
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => readFileSync(file, 'utf8').includes('dangerouslySetInnerHTML'));
  expect(users).toEqual([]);
});
