import { isDeepStrictEqual } from 'node:util';
import {
  type BuiltExtension,
  buildFolder,
  contentScripts,
  isolatedScripts,
  type Manifest,
  readBuild,
  scriptsOf,
  sizeOf,
} from './built-extension';
import { chromeId } from './chrome-id';
import { extensionManifest } from './extension-manifest';
import { browserNames } from './find-browser';
import { lintFirefox, preactWrite } from './lint-firefox';
import { manifestOfWxt } from './manifest-of-wxt';
import { runMain } from './run';

/** A problem found, as a sentence. */
type Check = (build: BuiltExtension) => string[];

const maxGzip = {
  hook: 7 * 1024,
  scripts: 13 * 1024,
  reader: 6 * 1024,
  panel: 84 * 1024,
  background: 44 * 1024,
  devtools: 2 * 1024,
  // What counts is the page of a session, which may have 350 KB with this and the messages in base64, and nearly has: `npm run build:viewer`.
  viewer: 164 * 1024,
};

const checkSizes: Check = (build) => {
  const hook = sizeOf(build, contentScripts(build, 'MAIN')).gzip;
  const scripts = hook + sizeOf(build, isolatedScripts(build)).gzip;
  const reader = sizeOf(build, ['reader.js']).gzip;
  const panel = sizeOf(build, scriptsOf(build, 'panel.html')).gzip;
  // It also names the scripts that it brings into pages.
  const background = sizeOf(
    build,
    scriptsOf(build, 'background.js').filter((file) => /^(?:background\.js|chunks\/)/.test(file)),
  ).gzip;
  const devtools = sizeOf(build, scriptsOf(build, 'devtools.html')).gzip;
  const viewer = sizeOf(build, ['viewer.js', 'viewer.css']).gzip;
  const sizes = { hook, scripts, reader, panel, background, devtools, viewer };
  return Object.entries(sizes).flatMap(([part, size]) => {
    const max = maxGzip[part as keyof typeof maxGzip];
    console.log(`  ${part}: ${size} of ${max} bytes gzip`);
    if (size === 0) return `${part}: no script found`;
    return size > max ? `${part}: ${size} bytes gzip, at most ${max} are allowed` : [];
  });
};

/** A top-level declaration in the page's world is a global of every site, and breaks sites that declare the same name. */
const checkGlobals: Check = (build) =>
  [...contentScripts(build, 'MAIN'), ...isolatedScripts(build), 'reader.js']
    .filter((file) => /^\s*(?:var|let|const|function|class)\s/.test(build.read(file)))
    .map((file) => `${file} declares a global`);

const checkManifest: Check = ({ manifest, folder }) => {
  const gecko = manifest.browser_specific_settings?.gecko;
  const isFirefox = folder.includes('firefox');
  const wanted: [string, unknown, unknown][] = [
    ['manifest_version', manifest.manifest_version, 3],
    ['content_security_policy', manifest.content_security_policy, undefined],
    [
      'the id that follows from key',
      manifest.key === undefined ? undefined : chromeId(manifest.key),
      isFirefox ? undefined : 'mlifgkjjlgdhpeonbelhkndafkhlhnof',
    ],
    ['minimum_chrome_version', manifest.minimum_chrome_version, isFirefox ? undefined : '120'],
    ['gecko.id', gecko?.id, isFirefox ? 'akpush-inspector@altcraft-tools.org' : undefined],
    ['gecko.strict_min_version', gecko?.strict_min_version, isFirefox ? '140.0' : undefined],
    [
      'gecko.data_collection_permissions.required',
      gecko?.data_collection_permissions?.required?.join(),
      isFirefox ? 'none' : undefined,
    ],
  ];
  return wanted.flatMap(([name, is, should]) =>
    is === should ? [] : `${name} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`,
  );
};

/** The compatibility test looks at what is asked for in the sources: nothing else is in the manifest. */
const checkManifestKeys: Check = ({ manifest, folder }) => {
  const browser = folder.includes('firefox') ? 'firefox' : 'chrome';
  const wanted: object = { ...extensionManifest(browser), ...manifestOfWxt(browser) };
  const { version: _, icons: __, ...built } = manifest as Manifest & { icons: unknown };
  return isDeepStrictEqual(built, wanted)
    ? []
    : [`the manifest is ${JSON.stringify(built)}, not ${JSON.stringify(wanted)}`];
};

const forbidden: readonly [RegExp, string][] = [
  [/\beval\s*\(/, 'eval'],
  [/\bnew Function\b|[^.\w]Function\s*\(["'`]/, 'new Function'],
  [/\.(?:inner|outer)HTML\s*=[^=]/, 'an innerHTML write'],
  [/insertAdjacentHTML|document\.write\s*\(/, 'a write of HTML'],
  [/\bimportScripts\s*\(\s*["'`]https?:/, 'importScripts from the network'],
  [/\bimport\s*\(\s*["'`]https?:|from\s*["'`]https?:/, 'an import from the network'],
];

const checkCode: Check = (build) => [
  ...build.files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      forbidden
        // Preact has one write of HTML, once in a file: what nothing here asks it to do.
        .filter(([pattern]) => pattern.test(build.read(file).replace(preactWrite, '')))
        .map(([, what]) => `${file} has ${what}`),
    ),
  ...build.files
    .filter((file) => file.endsWith('.html') || file.endsWith('.css'))
    .filter((file) => /(?:src|href)="https?:|url\(\s*["']?https?:|@import/.test(build.read(file)))
    .map((file) => `${file} loads from the network`),
];

const expected = [
  /^manifest\.json$/,
  /^(?:background|devtools|panel|popup|options)\.(?:js|html)$/,
  /^(?:content-scripts|chunks|assets)\/[\w.-]+\.(?:js|css)$/,
  /^(?:hook|keeper|bridge|reader)\.js$/,
  /^viewer\.(?:js|css)$/,
  /^icon\/[\w-]+\.(?:png|svg)$/,
  /^_locales\/[a-zA-Z_]+\/messages\.json$/,
];

const checkFiles: Check = ({ files }) =>
  files
    .filter((file) => !expected.some((pattern) => pattern.test(file)))
    .map((file) => `${file} should not be in the extension`);

const checks = [checkManifest, checkManifestKeys, checkGlobals, checkSizes, checkCode, checkFiles];

await runMain(async () => {
  const problems: string[] = [];
  for (const name of browserNames) {
    console.log(`${name}:`);
    const build = readBuild(buildFolder(name));
    for (const check of checks)
      problems.push(...check(build).map((problem) => `${name}: ${problem}`));
  }
  const firefox = readBuild(buildFolder('firefox'));
  problems.push(...(await lintFirefox(firefox.folder, firefox.read)));
  for (const problem of problems) console.error(`✗ ${problem}`);
  console.log(problems.length === 0 ? 'The build is as it should be' : 'The build has problems');
  return problems.length === 0 ? 0 : 1;
});
