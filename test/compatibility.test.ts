import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { extensionManifest } from '../scripts/extension-manifest';
import { manifestOfWxt } from '../scripts/manifest-of-wxt';
import { lacksOf, type Minimums, nodeAt } from './support/compat/compat-data';
import { featuresOf, lackedNames } from './support/compat/feature-of';
import { htmlUses } from './support/compat/html-uses';
import { manifestUses } from './support/compat/manifest-uses';
import { markupUses } from './support/compat/markup-uses';
import { openScripts, type Scripts } from './support/compat/open-scripts';
import { scriptUses } from './support/compat/script-uses';
import { styleUses } from './support/compat/style-uses';
import { tolerated } from './support/compat/tolerated';

const root = path.resolve(import.meta.dirname, '..');
const settings = readFileSync(path.join(root, 'scripts/extension-manifest.ts'), 'utf8');
const promised = (pattern: RegExp): number => Number(pattern.exec(settings)?.[1]);

/** What the manifests promise. */
const minimums: Minimums = {
  chrome: promised(/minimum_chrome_version: '(\d+)'/),
  firefox: promised(/gecko: \{[^}]*?strict_min_version: '(\d+)\.0'/),
};

const folders = ['entrypoints', 'components', 'lib', 'viewer'];
const names = lackedNames(minimums);

/** A feature that a promised browser lacks, with those that do and where it is used. */
interface Fault {
  feature: string;
  text: string;
}

const faultOf = (path: readonly string[], at: string, promise: Minimums = minimums): Fault[] => {
  const lacks = lacksOf(nodeAt(...path) ?? {}, promise);
  if (lacks.length === 0) return [];
  const who = lacks.map(({ browser, since }) => `${browser}: ${since}`).join(', ');
  return [{ feature: path.join('.'), text: `${path.join('.')} (${who}) in ${at}` }];
};

const ofScripts = (scripts: Scripts): Fault[] => [
  ...scriptUses(scripts, (name) => names.has(name)).flatMap((use) => {
    const faults = featuresOf(use).map((feature) => faultOf(feature, use.at));
    // One of several interfaces with that member, which has it everywhere, may be meant.
    return faults.every((each) => each.length > 0) ? (faults[0] ?? []) : [];
  }),
  ...markupUses(scripts).flatMap(({ path, at }) => faultOf(path, at)),
];

const ofStyle = (text: string, file: string): Fault[] =>
  styleUses(text).flatMap(({ path, line }) => faultOf(path, `${file}:${line}`));

/** Each browser has a manifest of its own. */
const ofManifest = (browser: 'chrome' | 'firefox', manifest: object): Fault[] =>
  manifestUses(manifest).flatMap((path) =>
    faultOf(path, `the manifest for ${browser}`, { [browser]: minimums[browser] }),
  );

const ofHtml = (text: string, file: string): Fault[] =>
  htmlUses(text).flatMap((path) => faultOf(path, file));

const features = (faults: readonly Fault[]): string[] => [
  ...new Set(faults.map(({ feature }) => feature)),
];

const tooNew = `
import browser from 'webextension-polyfill';
Promise.try(() => 1);
new Set([1]).values().map(String);
new URLPattern();
new Response().bytes();
Array.fromAsync([]);
new Set([1]).union(new Set());
new Uint8Array(2)['toBase64']();
const { isError } = Error;
new Intl.DurationFormat('en');
navigator.share();
document.createElement('form').moveBefore(document.body, null);
void browser.tabs.hide([1]);
void isError;
`;

const wellKnown = `
import browser from 'webextension-polyfill';
Promise.all([1].map(String)).then(() => {});
new Map([[1, 2]]).get(1);
Object.groupBy([1], String);
const own = { try: () => 1, union: () => 2, share: () => 3, bytes: () => 4 };
own.try(); own.union(); own.share(); own.bytes();
URL.canParse('a');
AbortSignal.timeout(1);
structuredClone(1);
document.body.showPopover();
void browser.tabs.query({});
`;

const markup = `
export const Part = () => (
  <details name="one">
    <dialog closedby="any" onScrollEnd={() => {}} onScrollSnapChange={() => {}} />
    <selectedcontent />
  </details>
);
`;

const scripts = openScripts(folders, {
  'too-new.ts': tooNew,
  'well-known.ts': wellKnown,
  'markup.tsx': markup,
});
afterAll(() => scripts.close());

const only = (isWanted: (file: string) => boolean): Scripts => ({
  ...scripts,
  files: scripts.files.filter(({ source }) => isWanted(path.relative(root, source.fileName))),
});

test('the minimum versions are found', () => {
  expect(minimums.chrome).toBeGreaterThanOrEqual(120);
  expect(minimums.firefox).toBeGreaterThanOrEqual(140);
  for (const version of Object.values(minimums)) expect(version).not.toBeNaN();
});

describe('what is too new is found', () => {
  test('in scripts', () => {
    expect(features(ofScripts(only((file) => file === 'too-new.ts')))).toEqual([
      'javascript.builtins.Promise.try',
      'javascript.builtins.Iterator.map',
      'api.URLPattern',
      'api.Response.bytes',
      'javascript.builtins.Array.fromAsync',
      'javascript.builtins.Set.union',
      'javascript.builtins.Uint8Array.toBase64',
      'javascript.builtins.Error.isError',
      'javascript.builtins.Intl.DurationFormat',
      'api.Navigator.share',
      'api.Document.moveBefore',
      'webextensions.api.tabs.hide',
    ]);
  });

  test('in markup', () => {
    expect(features(ofScripts(only((file) => file === 'markup.tsx')))).toEqual([
      'html.elements.dialog.closedby',
      'api.Element.scrollsnapchange_event',
      'html.elements.selectedcontent',
    ]);
  });

  test('in style sheets', () => {
    const style = `
      a { color: light-dark(red, blue); field-sizing: content; text-wrap: pretty }
      b { &:hover { stroke-linejoin: round } }
      ::details-content { width: calc-size(auto, size) }
      @view-transition { navigation: auto }`;
    expect(features(ofStyle(style, 'a.css'))).toEqual([
      'css.types.color.light-dark',
      'css.properties.field-sizing',
      'css.properties.field-sizing.content',
      'css.properties.text-wrap.pretty',
      'css.selectors.details-content',
      'css.types.calc-size',
      'css.at-rules.view-transition',
    ]);
  });

  test('in manifests', () => {
    const manifest = {
      background: { page: 'a.html', service_worker: 'b.js' },
      permissions: ['storage', 'sidePanel', 'pkcs11'],
      side_panel: { default_path: 'd.html' },
      sidebar_action: { default_panel: 'e.html' },
    };
    expect(features(ofManifest('firefox', manifest))).toEqual([
      'webextensions.manifest.background.service_worker',
      'webextensions.manifest.permissions.sidePanel',
      'webextensions.manifest.side_panel',
      'webextensions.manifest.side_panel.default_path',
    ]);
    expect(features(ofManifest('chrome', manifest))).toEqual([
      'webextensions.manifest.permissions.pkcs11',
      'webextensions.manifest.sidebar_action',
      'webextensions.manifest.sidebar_action.default_panel',
    ]);
  });

  test('in pages', () => {
    const html = `<meta name="color-scheme" content="dark"><meta name="text-scale" content="scale">
      <dialog id="a" closedby="any"><selectedcontent></selectedcontent></dialog>`;
    expect(features(ofHtml(html, 'a.html'))).toEqual([
      'html.elements.meta.name.text-scale',
      'html.elements.dialog.closedby',
      'html.elements.selectedcontent',
    ]);
  });

  test('and what is called like it, or is old enough, is not', () => {
    expect(ofScripts(only((file) => file === 'well-known.ts'))).toEqual([]);
    expect(ofStyle('a { color: color-mix(in srgb, red, blue); inset: 0 }', 'a.css')).toEqual([]);
  });
});

describe('every promised browser has what the code uses', () => {
  const own = ofScripts(only((file) => folders.some((folder) => file.startsWith(`${folder}/`))));
  const styles = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) =>
        ofStyle(readFileSync(path.join(root, folder, file), 'utf8'), `${folder}/${file}`),
      ),
  );
  const pages = readdirSync(path.join(root, 'entrypoints'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `entrypoints/${file}`);
  // The page of a session is made by a function.
  const html = [...pages, 'lib/formats/viewer-html.ts'].flatMap((file) =>
    ofHtml(readFileSync(path.join(root, file), 'utf8'), file),
  );
  const manifests = (['chrome', 'firefox'] as const).flatMap((browser) =>
    [extensionManifest(browser), manifestOfWxt(browser)].flatMap((each) =>
      ofManifest(browser, each),
    ),
  );
  const faults = [...own, ...styles, ...html, ...manifests];

  test('manifests and pages are looked at', () => {
    expect(pages.length).toBeGreaterThan(3);
    const known = manifestUses(extensionManifest('firefox')).map((each) => each.join('.'));
    expect(known).toContain('webextensions.manifest.content_scripts.match_origin_as_fallback');
    expect(known).toContain('webextensions.manifest.permissions.webRequest');
  });

  test('or the code says what happens without it', () => {
    expect(faults.filter(({ feature }) => !tolerated[feature]).map(({ text }) => text)).toEqual([]);
  });

  test('nothing is tolerated that is not used', () => {
    const used = new Set(features(faults));
    expect(Object.keys(tolerated).filter((feature) => !used.has(feature))).toEqual([]);
  });
});
