import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFolder } from '../../scripts/built-extension';
import { generations } from './variant';

/*
 * Pages that look closely at AKPush, and pages that fight everybody who touches them.
 *
 * `/probe/<build>` describes what it sees of a build (`site/probe/builds/`, or `g1` to `g6`) in `window.description`.
 * `/hostile/<trap>?when=before|after` runs a trap (`site/hostile/traps/`) before or after its SDK and writes what became of the page's
 * own work into its title, as JSON: a page that has broken its own built-ins cannot be asked in any other way.
 */

const read = (file: string): string =>
  readFileSync(new URL(`site/${file}`, import.meta.url), 'utf8');

const inline = (file: string): string => `<script>\n${read(file)}</script>`;

/** Every word of the built hook: its property names are among them. None where nothing is built. */
const namesOfTheHook = (): string => {
  const file = path.join(buildFolder('chromium'), 'hook.js');
  const words = existsSync(file) ? readFileSync(file, 'utf8').match(/[A-Za-z_$][\w$]*/g) : null;
  return JSON.stringify([...new Set(words ?? [])]).slice(1, -1);
};

const page = (title: string, head: readonly string[]): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
${head.join('\n')}
</head>
<body></body>
</html>
`;

const probePage = (build: string): string => {
  const isGeneration = generations.some((name) => name === build);
  return page('Probe', [
    '<script type="application/json" id="settings">{}</script>',
    inline('probe/start.js'),
    isGeneration
      ? `<script src="/ak-push.js?sdk=${build}"></script>`
      : inline(`probe/builds/${build}.js`),
    inline('probe/finish.js'),
  ]);
};

const hostilePage = (trap: string, when: string): string => {
  const file = inline(`hostile/traps/${trap}.js`);
  return page('Working', [
    inline('hostile/start.js').replace('/* names of the hook */', namesOfTheHook),
    when === 'before' ? file : '',
    inline('hostile/sdk.js'),
    when === 'after' ? file : '',
    inline('hostile/finish.js'),
  ]);
};

/** The page at a path, `undefined` when it is none of these. */
export function hostileOrProbePage(pathname: string, query: URLSearchParams): string | undefined {
  const [, kind, name = ''] = /^\/(probe|hostile)\/([\w-]+)$/.exec(pathname) ?? [];
  if (kind === 'probe') return probePage(name);
  if (kind === 'hostile') return hostilePage(name, query.get('when') ?? 'after');
  return undefined;
}
