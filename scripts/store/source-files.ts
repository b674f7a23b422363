import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ArchivedFile } from './make-zip';

/** Whether a file's name is one of those that `.gitignore` names, which are only `folder/` and `*.ending`. */
const ignoredBy = (gitignore: string): ((name: string) => boolean) => {
  const lines = gitignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return (name) =>
    lines.some((line) =>
      line.endsWith('/')
        ? `${name}/`.includes(line) && name.split('/').includes(line.slice(0, -1))
        : name.endsWith(line.replace(/^\*/, '')),
    );
};

const walk = (folder: string, isIgnored: (name: string) => boolean, under = ''): string[] =>
  readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(under, entry.name);
    if (name === '.git' || isIgnored(name)) return [];
    return entry.isDirectory() ? walk(folder, isIgnored, name) : [name];
  });

/** The names of all files of a folder that are not ignored, whether git has them yet or not. */
export const filesOf = (folder: string): string[] =>
  walk(folder, ignoredBy(readFileSync(path.join(folder, '.gitignore'), 'utf8'))).sort();

/** The names of a project's own files: those that git has; in an unpacked source archive, where there is no git, all but the ignored ones. */
export const sourceNames = (folder: string): string[] => {
  if (!existsSync(path.join(folder, '.git'))) return filesOf(folder);
  return execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name !== '' && existsSync(path.join(folder, name)))
    .sort();
};

/** The files of the source archive, all in one folder. */
export const sourceFiles = (folder: string, top: string): ArchivedFile[] =>
  sourceNames(folder).map((name) => {
    const file = path.join(folder, name);
    return {
      name: `${top}/${name}`,
      data: readFileSync(file),
      isExecutable: (statSync(file).mode & 0o100) !== 0,
    };
  });
