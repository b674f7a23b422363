import {
  type Identifier,
  isBindingElement,
  isElementAccessExpression,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isStringLiteral,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import type { Project, Symbol as TsSymbol } from 'typescript/unstable/sync';
import { type Scripts, whereIn } from './open-scripts';

/** A thing of the platform that a script uses: a global, or a member with those that it may belong to, the likeliest first. */
export interface ScriptUse {
  name: string;
  owners: readonly string[];
  /** The namespace of the extension's API; `''` for the interfaces of the web and the language. */
  namespace: string;
  /** File and line. */
  at: string;
}

/** A place where a member or a global may be named. */
interface Place {
  name: string;
  at: Node;
  /** What the member is read from: its type names the owner. */
  of?: Node;
}

const placesIn = (file: SourceFile, isWanted: (name: string) => boolean): Place[] => {
  const places: Place[] = [];
  const visit = (node: Node): void => {
    if (isPropertyAccessExpression(node) && isIdentifier(node.name)) {
      if (isWanted(node.name.text))
        places.push({ name: node.name.text, at: node.name, of: node.expression });
    } else if (isElementAccessExpression(node) && isStringLiteral(node.argumentExpression)) {
      const { text } = node.argumentExpression;
      if (isWanted(text)) places.push({ name: text, at: node, of: node.expression });
    } else if (isBindingElement(node) && isObjectBindingPattern(node.parent)) {
      const named = node.propertyName ?? node.name;
      if (named && isIdentifier(named) && isWanted(named.text))
        places.push({ name: named.text, at: named, of: node.parent });
    } else if (isIdentifier(node) && isGlobalPlace(node) && isWanted(node.text))
      places.push({ name: node.text, at: node });
    node.forEachChild(visit);
  };
  visit(file);
  return places;
};

const isGlobalPlace = (node: Identifier): boolean => {
  const { parent } = node;
  if (isPropertyAccessExpression(parent)) return parent.expression === node;
  return ![
    SyntaxKind.BindingElement,
    SyntaxKind.TypeReference,
    SyntaxKind.ImportSpecifier,
    SyntaxKind.PropertyAssignment,
    SyntaxKind.PropertySignature,
    SyntaxKind.JsxAttribute,
  ].includes(parent.kind);
};

/** As MDN's data call what TypeScript declares under another name. */
const plainName = (declared: string): string =>
  declared
    .replace(/Constructor$/, '')
    .replace(/^(?:Callable|Newable)Function$/, 'Function')
    .replace(/^IteratorObject$/, 'Iterator')
    .replace(/^Readonly(?=Array|Set|Map)/, '')
    .replace(/Like$/, '');

/** The names of a type, of each part where it is a union. */
const typeNames = (project: Project, of: Node): string[] => {
  const type = project.checker.getTypeAtLocation(of);
  const text = type ? project.checker.typeToString(type) : '';
  return text.split(/ [|&] /).flatMap((each) => {
    const name = /^([A-Z]\w*)(?:<|$)/.exec(each)?.[1];
    return name === undefined ? [] : [plainName(name)];
  });
};

const extensionFile = /webextension-polyfill\/(?:namespaces\/(\w+)|index)\.d\.ts$/;
const platformFile = /\/lib\.[\w.]+\.d\.ts$/;

const platformUse = (
  project: Project,
  place: Place,
  symbol: TsSymbol,
): Omit<ScriptUse, 'at'> | null => {
  const declaredIn = symbol.declarations[0]?.path ?? '';
  const parent = symbol.getParent()?.name ?? '';
  const { name } = place;
  const inExtension = extensionFile.exec(declaredIn);
  if (inExtension) {
    const namespace = inExtension[1]?.replaceAll('_', '.') ?? '';
    if (!namespace) return { name, owners: ['browser'], namespace: name };
    return { name, owners: [parent === 'Static' ? '' : parent], namespace };
  }
  if (!platformFile.test(declaredIn)) return null;
  const { of } = place;
  if (!of) return { name, owners: [''], namespace: '' };
  // Static members stand in a type without a name, in that of the global.
  const owners = [
    ...(parent.startsWith('__') || !parent
      ? isIdentifier(of)
        ? [of.text]
        : []
      : [plainName(parent)]),
    ...typeNames(project, of),
  ];
  return { name, owners: [...new Set(owners)], namespace: '' };
};

const symbolOf = (project: Project, { name, at, of }: Place): TsSymbol | undefined => {
  const { checker } = project;
  if (of && isIdentifier(at) && isPropertyAccessExpression(at.parent))
    return checker.getSymbolAtLocation(at);
  if (!of) return checker.getSymbolAtLocation(at);
  const type = checker.getTypeAtLocation(of);
  const apparent = type && checker.getApparentType(checker.getNonNullableType(type) ?? type);
  return apparent && checker.getPropertyOfType(apparent, name);
};

/** What the scripts use of the platform under the wanted names. */
export const scriptUses = (
  { project, files }: Scripts,
  isWanted: (name: string) => boolean,
): ScriptUse[] =>
  files.flatMap(({ source }) =>
    placesIn(source, isWanted).flatMap((place) => {
      const symbol = symbolOf(project, place);
      const use = symbol && platformUse(project, place, symbol);
      return use ? [{ ...use, at: whereIn(source, place.at) }] : [];
    }),
  );
