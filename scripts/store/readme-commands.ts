import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { runIn } from './rebuild';

/** Commands that are not tried as the documents have them, and why. CONTRIBUTING.md says how tests run them. */
export const untried: readonly (readonly [RegExp, string])[] = [
  [/^npm (?:ci && npm )?test\b/, 'takes as long as all tests'],
  [/^npm run (?:bench|truth|repeat)\b/, 'measures'],
  [/--config vitest\.e2e/, 'one of the tests'],
  [/^npm run look\b/, 'takes pictures for somebody who looks at them'],
  [/^npm run dev\b|^npx vite$|test\/demo\/main\.ts$/, 'runs until it is ended'],
  [/^npm run store\b/, 'takes a quarter of an hour'],
  [/^npm run release\b/, 'runs all tests'],
  [/<|shop\.example/, 'needs a file, a version or an address of one’s own'],
  [/^cd /, 'leaves the folder'],
];

/** The commands of npm that a document names, in its blocks of shell and in its sentences and tables; each once, without comments. */
export const commandsIn = (markdown: string): string[] => {
  const blocks = [...markdown.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const inline = [...markdown.matchAll(/`(np[mx] [^`\n]+)`/g)].map(([, code = '']) => code);
  const lines = [...blocks, ...inline].map((line) => line.replace(/\s+#.*$/, '').trim());
  return [...new Set(lines.filter((line) => /^(?:npm|npx|cd) /.test(line)))];
};

/** Why a command is not tried; `undefined` where it is. */
export const whyUntried = (command: string): string | undefined =>
  untried.find(([pattern]) => pattern.test(command))?.[1];

/** A browser's window waits for somebody to close it. */
export const withoutWindow = (command: string): string =>
  command.includes('--headless')
    ? command
    : command.replace(/\bnpm start(?: --)?/, 'npm start -- --headless');

/** The documents whose commands are for a folder with the sources. */
export const commandDocuments = ['README.md', 'CONTRIBUTING.md', 'store/README.md'] as const;

/** Runs each command of the documents in a folder with the unpacked sources, once; says which failed. */
export const commandProblems = async (folder: string): Promise<string[]> => {
  const problems: string[] = [];
  // What a command installs at home is not to be found there afterwards.
  const env = {
    npm_config_cache: process.env.npm_config_cache ?? path.join(homedir(), '.npm'),
    HOME: path.join(folder, '../home'),
  };
  mkdirSync(env.HOME, { recursive: true });
  const tried = new Set<string>();
  for (const file of commandDocuments)
    for (const command of commandsIn(readFileSync(path.join(folder, file), 'utf8'))) {
      if (tried.has(command)) continue;
      tried.add(command);
      const why = whyUntried(command);
      if (why !== undefined) {
        console.log(`  not tried (${why})  ${command}`);
        continue;
      }
      const { code, output } = await runIn(folder, withoutWindow(command), env);
      console.log(`  ${code === 0 ? 'works' : 'FAILS'}  ${command}`);
      if (code !== 0) problems.push(`${file}: ${command} failed:\n${output.slice(-2_000)}`);
    }
  return problems;
};
