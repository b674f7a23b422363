import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Commands of npm itself. */
const npmOwn = new Set(['ci', 'install', 'pack', 'test', 'start']);

/** Where each command of the package says which options it has. */
const parsers: Readonly<Record<string, readonly string[]>> = {
  check: ['cli/read-options.ts'],
  expect: ['cli/run-expect.ts'],
  serve: ['cli/serve/run-serve.ts'],
};

/** Whether a source has an option: as a key of what is parsed, or as a word of its own. */
const hasOption = (source: string, name: string): boolean =>
  new RegExp(`(?:'--${name}'|(?<![\\w-])'?${name}'?: \\{ type:)`).test(source);

const optionsIn = (words: readonly string[]): string[] =>
  words.flatMap((word) => /^--([a-z][a-z-]*)/.exec(word)?.[1] ?? []);

/** The options that a command of the package does not have. */
const unknownOptions = (command: string, words: readonly string[]): string[] => {
  const files = parsers[command];
  if (!files) return [command];
  const source = files.map(read).join('\n');
  return optionsIn(words)
    .filter((name) => !hasOption(source, name))
    .map((name) => `--${name}`);
};

const whatIsWrongWithScript = (name: string, words: readonly string[]): string[] => {
  const script = scripts[name];
  if (script === undefined) return [name];
  if (/akpush-inspector\.js check$/.test(script)) return unknownOptions('check', words);
  const [, file] = /tsx (\S+)$/.exec(script) ?? [];
  // Another program's options.
  if (file === undefined) return [];
  const source = read(file);
  return optionsIn(words).filter((each) => !hasOption(source, each));
};

const whatIsWrong = (tool: string, all: readonly string[]): string[] => {
  const words = all.filter((word) => word !== '--' && word !== '--no' && word !== '--silent');
  const [first = '', second = '', ...rest] = words;
  if (tool === 'npm') {
    if (first === 'run') return whatIsWrongWithScript(second, rest);
    if (first === 'test' || first === 'start') return whatIsWrongWithScript(first, words.slice(1));
    return npmOwn.has(first) ? [] : [first];
  }
  if (first === 'akpush-inspector')
    return second === '' || second === '…' ? [] : unknownOptions(second, rest);
  if (!existsSync(path.join(root, 'node_modules/.bin', first))) return [first];
  return first === 'tsx' && !existsSync(path.join(root, second)) ? [second] : [];
};

/** What is in a document's blocks of code and between its backticks, with the number of the line. */
const codeOf = (text: string): { line: number; code: string }[] => {
  let block: string | undefined;
  return text.split('\n').flatMap((each, index) => {
    const [, language] = /^\s*```(\w*)/.exec(each) ?? [];
    if (language !== undefined) {
      block = block === undefined ? language : undefined;
      return [];
    }
    const line = index + 1;
    // A block without a language is a drawing.
    if (block === '') return [];
    if (block !== undefined) return [{ line, code: each.replace(/(?:^|\s)#\s.*$/, '') }];
    return [...each.matchAll(/`([^`]+)`/g)].map(([, code = '']) => ({ line, code }));
  });
};

/** Commands that a document names and that are not there, or have no such option. */
export const falseCommands = (text: string): string[] =>
  codeOf(text).flatMap(({ line, code }) =>
    [...code.matchAll(/(?<![\w/.-])(npm|npx) ([^&|;]+)/g)].flatMap(
      ([command, tool = '', words = '']) =>
        whatIsWrong(tool, words.replace(/['"]$/, '').trim().split(/\s+/)).map(
          (wrong) => `line ${line}: ${command.trim()}: ${wrong}`,
        ),
    ),
  );

/** Options in the first column of a document's tables that a command of the package does not have. */
export const falseOptions = (text: string, command: string): string[] =>
  codeOf(text.replace(/^(?!\|).*$/gm, '').replace(/^(\|[^|]*\|).*$/gm, '$1'))
    .filter(({ code }) => code.startsWith('--'))
    .flatMap(({ line, code }) =>
      unknownOptions(command, code.split(/[\s,]+/)).map((wrong) => `line ${line}: ${wrong}`),
    );
