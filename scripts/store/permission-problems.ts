import type { Permission } from '../../store/permissions';

/** The parts of a manifest that ask for something. */
export interface AskingManifest {
  permissions?: readonly string[];
  optional_permissions?: readonly string[];
  host_permissions?: readonly string[];
  optional_host_permissions?: readonly string[];
}

/** The extension APIs that need no permission; each other one needs that of its own name. */
const free = new Set(
  'action commands devtools dom extension i18n omnibox permissions runtime tabs windows'.split(' '),
);

/** What needs a permission but is no API of its own. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/\bfilterResponseData\b/, 'webRequestFilterResponse'],
  [/\[[^\]]*'blocking'/, 'webRequestBlocking'],
];

const withoutComments = (source: string): string =>
  source.replace(/('[^'\n]*'|"[^"\n]*")|\/\*[\s\S]*?\*\/|\/\/.*$/gm, '$1');

/** The permissions that a source needs, by the extension APIs that it names. */
const neededBy = (source: string): string[] => {
  const code = withoutComments(source);
  const members = [...code.matchAll(/\b(?:browser|chrome)\??\.([a-zA-Z]\w*)/g)];
  const taken = [...code.matchAll(/\{([\w\s,:]*)\}\s*=\s*(?:browser|chrome)\s*[;\n]/g)];
  const names = [
    ...members.map(([, name = '']) => name),
    ...taken.flatMap(([, list = '']) => list.split(',').map((each) => each.split(':')[0] ?? '')),
  ];
  return [
    ...names.map((name) => name.trim()).filter((name) => name !== '' && !free.has(name)),
    ...marks.filter(([pattern]) => pattern.test(code)).map(([, name]) => name),
  ];
};

/** What manifests, table and code say against each other: permissions that nothing needs, and needs without a permission. */
export const permissionProblems = (
  table: readonly Permission[],
  manifests: Readonly<Record<'chrome' | 'firefox', AskingManifest>>,
  sources: Readonly<Record<string, string>>,
): string[] => {
  const problems = new Set<string>();
  const code = Object.values(sources).map(withoutComments);
  for (const { name, use } of table)
    if (!code.some((text) => use.test(text))) problems.add(`${name}: no code uses it`);
  for (const browser of ['chrome', 'firefox'] as const) {
    const wanted = table.filter(({ browsers }) => browsers.includes(browser));
    const asked = Object.entries(manifests[browser])
      .filter(([key]) => key.endsWith('permissions'))
      .flatMap(([, list]) => (list as readonly string[] | undefined) ?? []);
    for (const name of asked)
      if (!wanted.some((each) => each.name === name))
        problems.add(`${name}: ${browser}'s manifest asks for it, the table gives no reason`);
    for (const { name } of wanted)
      if (!asked.includes(name)) problems.add(`${name}: ${browser}'s manifest does not ask for it`);
  }
  for (const [file, source] of Object.entries(sources))
    for (const name of neededBy(source))
      if (!table.some((each) => each.name === name)) problems.add(`${name}: ${file} needs it`);
  return [...problems];
};
