import path from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { API, type Project } from 'typescript/unstable/sync';

/** Scripts that the compiler has read, with those that they import. */
export interface Scripts {
  project: Project;
  files: readonly { source: SourceFile }[];
  close(): void;
}

const root = path.resolve(import.meta.dirname, '../../..');
const config = path.join(root, 'tsconfig.compat.json');

/** Has the compiler read the scripts of these folders, and files that are only made up: paths from the root, with their text. */
export const openScripts = (
  folders: readonly string[],
  madeUp: Readonly<Record<string, string>>,
): Scripts => {
  const texts = new Map(
    Object.entries(madeUp).map(([file, text]) => [path.join(root, file), text] as const),
  );
  const include = [...folders.map((folder) => `${folder}/**/*`), '.wxt/wxt.d.ts'];
  const settings = { extends: './tsconfig.json', include, files: Object.keys(madeUp) };
  texts.set(config, JSON.stringify(settings));
  const api = new API({
    cwd: root,
    fs: {
      readFile: (file) => texts.get(file),
      fileExists: (file) => (texts.has(file) ? true : undefined),
    },
  });
  const [project] = api.updateSnapshot({ openProjects: [config] }).getProjects();
  if (!project) throw new Error('The compiler has read nothing');
  const isOwn = (file: string): boolean =>
    texts.has(file) || folders.some((folder) => file.startsWith(path.join(root, folder, '/')));
  const files = project.program.getSourceFileNames().flatMap((name) => {
    const source =
      isOwn(name) && /(?<!\.d)\.tsx?$/.test(name) && project.program.getSourceFile(name);
    return source ? [{ source }] : [];
  });
  return { project, files, close: () => api.close() };
};

/** Where a node stands: `lib/browser.ts:17`. */
export const whereIn = (source: SourceFile, node: Node): string => {
  const line = source.text.slice(0, node.getStart(source)).split('\n').length;
  return `${path.relative(root, source.fileName)}:${line}`;
};
