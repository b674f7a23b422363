import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')));

/** Whose a file is: a view's, the primitives', the shell's, the popup's or the viewer's. */
export const ownerOf = (file: string): string => {
  const [first = '', second = '', third = ''] = file.split('/');
  if (first !== 'components') return first === 'viewer' ? 'viewer' : second;
  return second === 'views' ? `views/${third}` : second;
};

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Texts of a class attribute: `class="a b"`, and the literals of `class={…}`. */
const classTexts = (source: string): string[] =>
  [...source.matchAll(/\bclass=(?:"([^"]*)"|\{((?:[^{}]|\$?\{[^{}]*\})*)\})/g)].flatMap(
    ([, plain, made = '']) =>
      plain !== undefined
        ? [plain]
        : [...made.matchAll(/'([^']*)'|"([^"]*)"|`([^`]*)`/g)].map(([, a, b, c]) =>
            (a ?? b ?? c ?? '').replace(/\$\{[^}]*\}/g, ' '),
          ),
  );

/** The classes that components have, with those who have them. */
export const usersOfClasses = (): Map<string, Set<string>> => {
  const users = new Map<string, Set<string>>();
  const files = [...filesIn('components', '.tsx'), ...filesIn('viewer', '.tsx')];
  for (const file of files)
    for (const name of classTexts(read(file)).flatMap((text) => text.split(/\s+/)))
      if (name) users.set(name, (users.get(name) ?? new Set()).add(ownerOf(file)));
  return users;
};

/** A selector of a style sheet, with the classes in it. */
export interface Selector {
  file: string;
  text: string;
  classes: readonly string[];
}

/** The selectors of all style sheets of `components`. */
export const selectors = (): Selector[] =>
  filesIn('components', '.css').flatMap((file) => {
    const text = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
    return [...text.matchAll(/([^{}]+)\{/g)]
      .map(([, head = '']) => head.trim())
      .filter((head) => head !== '' && !head.startsWith('@') && !/^(?:from|to|[\d.]+%)/.test(head))
      .flatMap((head) => head.split(/,(?![^(]*\))/))
      .map((each) => ({
        file,
        text: each.trim().replace(/\s+/g, ' '),
        classes: [...each.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name),
      }));
  });
