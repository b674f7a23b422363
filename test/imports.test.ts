import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { layers } from './support/layers';

/** An import line: who imports what, and whether only types. */
interface Import {
  from: string;
  /** A path from the root for files of the project, else the package's name. */
  to: string;
  isType: boolean;
}

const root = path.resolve(import.meta.dirname, '..');

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')));

const pattern = /(?:^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?|\bimport\()'([^']+)'/gm;

const importsOf = (file: string): Import[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(pattern)].map(([, type, name = '']) => ({
    from: file,
    to: name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
    isType: type !== undefined,
  }));

const files = ['entrypoints', 'components', 'lib', 'cli', 'viewer'].flatMap(filesIn);
const imports = files.flatMap(importsOf);
const place = (file: string) => file.split('/')[0] as string;
const isOwn = (file: string) =>
  ['entrypoints', 'components', 'lib', 'cli', 'viewer', 'public'].includes(place(file));
const lines = (list: readonly Import[]) => list.map(({ from, to }) => `${from} imports ${to}`);

test('the import lines are found', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(imports.length).toBeGreaterThan(200);
});

describe('imports', () => {
  const allowed: Record<string, readonly string[]> = {
    entrypoints: ['entrypoints', 'components', 'lib'],
    components: ['components', 'lib'],
    lib: ['lib', 'public'],
    cli: ['cli', 'lib'],
    viewer: ['viewer', 'components', 'lib'],
  };

  test('go from entrypoints to components to lib, and from the command line and the viewer to those below', () => {
    const wrong = imports.filter(
      ({ from, to }) => isOwn(to) && !allowed[place(from)]?.includes(place(to)),
    );
    expect(lines(wrong)).toEqual([]);
  });

  test('never join two entrypoints', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        place(from) === 'entrypoints' &&
        place(to) === 'entrypoints' &&
        from.split('/')[1] !== to.split('/')[1],
    );
    expect(lines(wrong)).toEqual([]);
  });

  test('bring no package into the hook and the keeper, but for WXT’s definition', () => {
    const wrong = imports.filter(
      ({ from, to, isType }) =>
        /^entrypoints\/(hook|keeper)\//.test(from) &&
        !isType &&
        !isOwn(to) &&
        to !== 'wxt/utils/define-unlisted-script',
    );
    expect(lines(wrong)).toEqual([]);
  });

  test('bring no extension API into components, the command line and what is pure', () => {
    const wrong = imports.filter(
      ({ from, to, isType }) =>
        !isType &&
        /^(webextension-polyfill|wxt)/.test(to) &&
        (['components', 'cli', 'viewer'].includes(place(from)) ||
          (place(from) === 'lib' &&
            ![
              'lib/browser.ts',
              'lib/messaging/background.ts',
              'lib/messaging/open-port.ts',
            ].includes(from))),
    );
    expect(lines(wrong)).toEqual([]);
  });
});

describe('the layers of lib', () => {
  const layerOf = (file: string): string => {
    const [, first = ''] = file.split('/');
    return file.split('/').length > 2 || first.includes('.') ? first : `${first}.ts`;
  };
  const inLib = (file: string): boolean => place(file) === 'lib';
  const between = imports.filter(
    ({ from, to }) => inLib(from) && inLib(to) && layerOf(from) !== layerOf(to),
  );
  const edges = new Set(between.map(({ from, to }) => `${layerOf(from)} imports ${layerOf(to)}`));
  const allowed = new Set(
    layers.flatMap(({ name, may }) => may.map((other) => `${name} imports ${other}`)),
  );

  test('have every folder and every file of lib in the list', () => {
    const found = new Set(files.filter(inLib).map(layerOf));
    expect([...found].sort()).toEqual(layers.map(({ name }) => name).sort());
  });

  test('may import what stands above them in the list: there can be no circle', () => {
    const wrong = layers.flatMap(({ name, may }, index) => {
      const above = layers.slice(0, index).map((layer) => layer.name);
      return may.filter((other) => !above.includes(other)).map((other) => `${name}: ${other}`);
    });
    expect(wrong).toEqual([]);
  });

  test('import what the list allows, values and types alike', () => {
    const wrong = between.filter(
      ({ from, to }) => !allowed.has(`${layerOf(from)} imports ${layerOf(to)}`),
    );
    expect(lines(wrong)).toEqual([]);
  });

  test('let outcomes and rules look at facts, never at what a view says of them', () => {
    const judging = ['outcome', 'diagnosis', 'memory'];
    const telling = ['state', 'timeline', 'formats'];
    const wrong = between.filter(
      ({ from, to }) => judging.includes(layerOf(from)) && telling.includes(layerOf(to)),
    );
    expect(lines(wrong)).toEqual([]);
    const worded = imports.filter(
      ({ from, to }) => from.startsWith('lib/facts/') && /^lib\/(?:i18n|text)\//.test(to),
    );
    expect(lines(worded)).toEqual([]);
  });

  test('import all that the list allows: it says what is so', () => {
    expect([...allowed].filter((edge) => !edges.has(edge))).toEqual([]);
  });
});

test('what judges, checks or records makes no words: phrases are worded where they are shown, written or printed', () => {
  const judging = [
    'akpush',
    'session',
    'facts',
    'outcome',
    'diagnosis',
    'memory',
    'schema',
    'calls',
    'checkup',
    'push',
    'redaction',
    'saved',
  ];
  // What these say is in entries.
  const recording = ['send-push', 'push-actions'].map((name) => `entrypoints/panel/${name}.ts`);
  expect(files).toEqual(expect.arrayContaining(recording));
  // A mask has no words, and an agreement's phrase is one.
  const wordless = ['lib/text/agreement-phrase', 'lib/text/mask-secret'];
  const wrong = imports.filter(
    ({ from, to, isType }) =>
      !isType &&
      (judging.some((layer) => from.startsWith(`lib/${layer}/`)) || recording.includes(from)) &&
      /^lib\/(?:i18n|text)\//.test(to) &&
      !wordless.includes(to),
  );
  expect(lines(wrong)).toEqual([]);
});

describe('what is carried into a page or a worker as the text of a function', () => {
  const injected = files.filter((file) => file.startsWith('lib/injected/'));
  /** Values that a file has outside of its functions: what is carried finds none of them there. */
  const valuesIn = (source: string): string[] =>
    [
      ...source.matchAll(
        /^(?:export\s+)?(?:default|async|const|let|var|function|class|enum|import(?!\s+type\b)|export(?=\s*[{*]))\b.*/gm,
      ),
    ].map(([line]) => line);

  test.each(injected)(
    '%s has one function, which is complete in itself, and imports types alone',
    (file) => {
      const values = valuesIn(readFileSync(path.join(root, file), 'utf8'));
      // A file of nothing but types has none.
      expect(values.length).toBeLessThan(2);
      for (const value of values) expect(value).toMatch(/^export const \w+ = (?:async )?\(/);
    },
  );

  test('would be seen not to be', () => {
    const source =
      "import type { Json } from './json';\nimport { field } from './json';\nconst most = 5;\nexport const run = () => most;\n";
    expect(valuesIn(source)).toHaveLength(3);
  });
});

test('nobody asks which browser it is', () => {
  const asks =
    /isFirefox|isChrome|navigator\.userAgent\b|import\.meta\.env\.(?:FIREFOX|CHROME|BROWSER)/;
  // The command line knows what it has started, and tells servers so.
  const extension = files.filter((file) => place(file) !== 'cli');
  const asking = extension.filter((file) => asks.test(readFileSync(path.join(root, file), 'utf8')));
  // What every page runs cannot find it out at no cost; what is said of a browser’s own pages knows no extension.
  expect(asking).toEqual(['lib/diagnosis/engine.ts', 'lib/messaging/handover.ts']);
});

/** Where tests go by which browser it is, and for what. */
const byName: Readonly<Record<string, string>> = {
  'test/command/check-access.e2e.ts': 'Client Hints, which only Chromium sends',
  'test/command/check-connect.e2e.ts': 'asks for the other browser',
  'test/command/check.e2e.ts': 'the variable with a browser’s path',
  'test/command/documents.e2e.ts': 'once is enough',
  'test/command/own-commands.e2e.ts': 'once is enough',
  'test/e2e/diagnosis-view.e2e.ts': 'the address of its settings',
  'test/e2e/frames-command.e2e.ts': 'a difference that docs/check.md tells of',
  'test/e2e/generations.e2e.ts': 'its name, as the SDK has it',
  'test/e2e/hostile.e2e.ts': 'what the engine itself reads of a page’s promise',
  'test/e2e/lifetime.e2e.ts': 'the address of a page of its own',
  'test/e2e/other-browsers.e2e.ts': 'a Chromium with other names',
  'test/e2e/outcomes.e2e.ts': 'its messages',
  'test/e2e/real-sites.e2e.ts': 'expectations by browser',
  'test/e2e/sdk-facts.e2e.ts': 'its messages, and its name as the SDK has it',
  'test/e2e/state.e2e.ts': 'its name, as the SDK has it',
  'test/e2e/support/can.ts': 'what each can',
  'test/e2e/support/command.ts': 'how it is started',
  'test/e2e/support/launch.ts': 'how it is started',
  'test/e2e/support/running-browser.ts': 'how it is started',
  'test/e2e/support/story.ts': 'which push service is its own',
  'test/lib/expectations/mutations.test.ts': 'which recordings there are',
  'test/truth/command-cases.ts': 'which recordings there are',
  'test/truth/truth-options.ts': 'which recordings there are',
};

test('tests ask what a browser can, and which it is only for what is its own', () => {
  const asks =
    /isFirefox|process\.env\.BROWSER|[nN]ame === '(?:firefox|chromium)'|[bB]rowser === '(?:firefox|chromium)'/;
  const asking = filesIn('test').filter(
    (file) =>
      !file.endsWith('imports.test.ts') && asks.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(asking.sort()).toEqual(Object.keys(byName).sort());
});
