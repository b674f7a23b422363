import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A browser as MDN's compatibility data name it. */
export type CompatBrowser = 'chrome' | 'firefox';

interface Statement {
  version_added: string | false;
  version_removed?: string;
  flags?: unknown;
  prefix?: string;
  alternative_name?: string;
}

interface CompatNode {
  __compat?: { support: Partial<Record<CompatBrowser, Statement | Statement[]>> };
  [name: string]: CompatNode | CompatNode['__compat'];
}

const file = createRequire(import.meta.url).resolve('@mdn/browser-compat-data');

/** MDN's compatibility data, as a tree. */
export const compatData = JSON.parse(readFileSync(file, 'utf8')) as Record<string, CompatNode>;

/** The names below a node, in the order of the data. */
export const childrenOf = (node: CompatNode): [name: string, child: CompatNode][] =>
  Object.entries(node).filter(([name]) => name !== '__compat') as [string, CompatNode][];

/** The node at a path: `api`, `URL`, `canParse_static`; `undefined` where the data know nothing of it. */
export const nodeAt = (...path: readonly string[]): CompatNode | undefined => {
  let node: CompatNode | undefined = compatData as unknown as CompatNode;
  for (const name of path) {
    if (!node || !Object.hasOwn(node, name)) return undefined;
    node = node[name] as CompatNode;
  }
  return node;
};

/** `≤37` is 37; `preview` is a version that nobody has. */
const numberOf = (version: string): number =>
  version === 'preview' ? Number.POSITIVE_INFINITY : Number(version.replace('≤', ''));

const isPlain = ({ flags, prefix, alternative_name }: Statement): boolean =>
  flags === undefined && prefix === undefined && alternative_name === undefined;

/** The version from which a browser has a feature under its own name; `never` where it has not; `undefined`: no word of it. */
const sinceOf = (
  node: CompatNode,
  browser: CompatBrowser,
  minimum: number,
): string | 'never' | undefined => {
  const support = node.__compat?.support[browser];
  if (support === undefined) return undefined;
  const plain = [support].flat().filter(isPlain);
  const [early] = plain.flatMap(({ version_added: added, version_removed: removed }) => {
    if (!added || numberOf(added) > minimum) return [];
    // What a fuller implementation has taken the place of was not taken away.
    const isLasting =
      !removed ||
      (numberOf(removed) > minimum && plain.some((each) => each.version_added === removed));
    return isLasting ? [added] : [];
  });
  const later = plain.flatMap(({ version_added: added }) => (added ? [added] : []));
  return early ?? later[0] ?? 'never';
};

/** A browser that comes with less than a feature needs: `Firefox 142`, `never in Chrome`. */
export interface Lack {
  browser: CompatBrowser;
  since: string;
}

/** The oldest versions that are promised. */
export type Minimums = Readonly<Partial<Record<CompatBrowser, number>>>;

/** Who of the promised browsers lacks a feature. A node without a word of its own, as a namespace, is there where any part of it is. */
export const lacksOf = (node: CompatNode, minimums: Minimums): Lack[] =>
  (Object.entries(minimums) as [CompatBrowser, number][]).flatMap(([browser, minimum]) => {
    const isIn = (each: CompatNode): boolean => {
      const since = sinceOf(each, browser, minimum);
      if (since !== undefined) return since !== 'never' && numberOf(since) <= minimum;
      const children = childrenOf(each);
      return children.length === 0 || children.some(([, child]) => isIn(child));
    };
    if (isIn(node)) return [];
    return { browser, since: sinceOf(node, browser, minimum) ?? 'never' };
  });
