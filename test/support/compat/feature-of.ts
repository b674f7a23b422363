import { childrenOf, lacksOf, type Minimums, nodeAt } from './compat-data';
import type { ScriptUse } from './script-uses';

const places = (owner: string, name: string): string[][] => {
  if (owner === '')
    return [
      ['api', name],
      ['javascript', 'builtins', name],
      ['api', 'Window', name],
    ];
  return [
    ['api', owner, name],
    ['api', owner, `${name}_static`],
    ['javascript', 'builtins', owner, name],
    ['javascript', 'builtins', 'Intl', owner, name],
  ];
};

const interfaces = (): [string[], ReturnType<typeof childrenOf>][] =>
  [['api'], ['javascript', 'builtins'], ['javascript', 'builtins', 'Intl']].flatMap((at) =>
    childrenOf(nodeAt(...at) ?? {}).map(
      ([name, node]) =>
        [[...at, name], childrenOf(node)] as [string[], ReturnType<typeof childrenOf>],
    ),
  );

const bare = (name: string): string => name.replace(/_static$/, '');

/** The features of the data that a use is about. A member of a mixin, which the data list with each interface that has it, has several. */
export const featuresOf = ({ name, owners, namespace }: ScriptUse): string[][] => {
  if (namespace) {
    const path = ['webextensions', 'api', ...namespace.split('.')];
    const [owner = ''] = owners;
    const full = owner === 'browser' ? path : [...path, ...(owner ? [owner] : []), name];
    return nodeAt(...full) ? [full] : [];
  }
  for (const owner of owners) {
    const found = places(owner, name).find((path) => nodeAt(...path));
    if (found) return [found];
  }
  // A mixin's member, that of an element by way of a type that is derived from it: not those of dictionaries, which the data do not list.
  if (!owners.some((owner) => owner && nodeAt('api', owner))) return [];
  return interfaces().flatMap(([path, members]) =>
    members.filter(([member]) => bare(member) === name).map(([member]) => [...path, member]),
  );
};

/** The names under which a browser of these versions lacks something: what is called otherwise needs no look. */
export const lackedNames = (minimums: Minimums): Set<string> => {
  const names = new Set<string>();
  const take = (name: string, node: Parameters<typeof lacksOf>[0]): void => {
    if (lacksOf(node, minimums).length > 0) names.add(bare(name));
  };
  for (const [path, members] of interfaces()) {
    take(path.at(-1) as string, nodeAt(...path) ?? {});
    for (const [name, node] of members) take(name, node);
  }
  const extension = (node: Parameters<typeof lacksOf>[0]): void => {
    for (const [name, child] of childrenOf(node)) {
      take(name, child);
      extension(child);
    }
  };
  extension(nodeAt('webextensions', 'api') ?? {});
  return names;
};
