import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
/** The folders of the repository, without those that commands make. */
const roots = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => name === '.ci' || !/^(?:\..*|node_modules|coverage)$/.test(name));

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile()
      ? [path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')]
      : [],
  );

/** All files of the repository that documents can speak of, and the folders that they are in. */
const files = [
  ...readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  ),
  ...roots.flatMap(filesIn),
];
const folders = new Set(
  files.flatMap((file) =>
    file.split('/').map((_, index, parts) => parts.slice(0, index).join('/')),
  ),
);
const names = new Set(files.map((file) => path.posix.basename(file)));

/** The sources without their comments, in which a name that a document tells must stand. */
const sources = files
  .filter(
    (file) =>
      /\.(?:[mc]?[jt]sx?|html|css)$/.test(file) &&
      !/^test\/(?:fixtures\/|documents\.test)/.test(file),
  )
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n')
  .replace(/\/\*[\s\S]*?\*\/|(?<=\s)\/\/.*/g, '');
const words = new Set(sources.match(/[A-Za-z_$][\w$]*/g));

/** `*` and `<name>` stand for a part of a name, `**` for folders. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/(\*\*\/|\*|<\w+>)/)
      .map((part) => {
        if (part === '**/') return '(?:.+/)?';
        return part === '*' || /^<\w+>$/.test(part)
          ? '[^/]+'
          : part.replace(/[.\\+?()[\]{}|^$]/g, '\\$&');
      })
      .join('')}$`,
  );

const isThere = (claimed: string): boolean => {
  const name = claimed.replace(/\/$/, '');
  if (files.includes(name) || folders.has(name)) return true;
  const isWhole = roots.includes(name.split('/')[0] ?? '');
  // A name alone, or with the end of its folder.
  if (!isWhole && (names.has(name) || files.some((file) => file.endsWith(`/${name}`)))) return true;
  if (!/[*<]/.test(name)) return false;
  const pattern = patternOf(isWhole ? name : `**/${name}`);
  return files.some((file) => pattern.test(file));
};

const tokens = new RegExp(
  `(?<![\\w./@-])(?:${roots.map((name) => name.replace('.', '\\.')).join('|')})/[\\w./*<>-]*[\\w*>/]`,
  'g',
);

/** What stands in backticks, outside of blocks of code. */
const codeIn = (line: string): string[] =>
  [...line.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** Paths of the repository that a document's line names: whole ones anywhere, links, and names of sources in backticks. */
const pathsIn = (line: string, folder: string): string[] => [
  ...[...line.matchAll(tokens)].map(([text]) => text),
  ...codeIn(line).filter((code) => /^[\w.*<>/-]+\.(?:tsx?|mjs|css)$/.test(code)),
  ...[
    ...line.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g),
    ...line.matchAll(/(?<=<(?:img|source) [^>]*)\b(?:src|srcset)="([^"\s]+)/g),
  ].map(([, to = '']) => path.posix.join(folder, to)),
];

/** Names in backticks that look like exported ones: with a capital inside, beginning with one, or called. */
const identifiersIn = (line: string): string[] =>
  codeIn(line)
    // Texts of the web: headers, markup, addresses, settings of a command, keys of a file.
    .filter((code) => !/^[<[@-]|:\/\/|^\$|[='"]/.test(code))
    .flatMap((code) =>
      [
        ...code.matchAll(
          /(?<![\w$./-])(?:[a-z]\w*[A-Z]\w*|[A-Z][a-z]\w*|[a-z]\w+(?=\())(?![\w$]*[-/])/g,
        ),
      ].map(([name]) => name),
    );

/** What a document claims to be in the repository and is not: paths, and names where `isOfCode` or where the line names a source. */
export const falseClaims = (text: string, folder = '', isOfCode = false): string[] =>
  text.split('\n').flatMap((line, index) => {
    const paths = pathsIn(line, folder);
    const identifiers =
      isOfCode || paths.some((each) => /\.tsx?$/.test(each)) ? identifiersIn(line) : [];
    const claims = [
      ...paths.filter((each) => !isThere(each)),
      ...identifiers.filter((each) => !words.has(each)),
    ];
    return [...new Set(claims)].map((claim) => `line ${index + 1}: ${claim}`);
  });

/** What a tree of folders and files lists, two spaces deeper for each folder and without the ends of names, and is not there. */
export const missingInTree = (tree: string): string[] => {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, space = '', list = ''] = /^( *)([^\s,]+(?:, [^\s,]+)*)/.exec(line) ?? [];
    if (list === '') return [];
    const depth = space.length / 2;
    const folder = above.slice(0, depth).join('');
    above[depth] = list;
    return list
      .split(', ')
      .map((name) => folder + name)
      .filter((claimed) => !['', '.ts', '.tsx'].some((end) => isThere(claimed + end)));
  });
};

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Links of a document to a heading, of its own or of another document, that is not there. */
export const falseAnchors = (text: string, folder = ''): string[] =>
  text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)].flatMap(
      ([, to = '', anchor = '']) => {
        const target =
          to === '' ? text : readFileSync(path.join(root, path.posix.join(folder, to)), 'utf8');
        const headings = target.match(/^#+ .*$/gm) ?? [];
        return headings.some((each) => anchorOf(each.replace(/^#+ /, '')) === anchor)
          ? []
          : [`line ${index + 1}: ${to}#${anchor}`];
      },
    ),
  );
