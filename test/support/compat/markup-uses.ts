import {
  isIdentifier,
  isJsxAttribute,
  isJsxOpeningElement,
  isJsxSelfClosingElement,
  type Node,
} from 'typescript/unstable/ast';
import { nodeAt } from './compat-data';
import { type Scripts, whereIn } from './open-scripts';

/** A feature of HTML that a component's markup uses, by its path in the data. */
export interface MarkupUse {
  path: string[];
  at: string;
}

/** Where the data may have a word for an attribute, by paths. */
export const ofAttribute = (tag: string, name: string): string[][] => {
  const event = /^on([A-Z]\w+?)(?:Capture)?$/.exec(name)?.[1]?.toLowerCase();
  if (event)
    return ['Element', 'HTMLElement', 'HTMLDialogElement', 'HTMLDetailsElement'].map((owner) => [
      'api',
      owner,
      `${event}_event`,
    ]);
  const attribute = name.toLowerCase();
  return [
    ['html', 'elements', tag, attribute],
    ['html', 'global_attributes', attribute],
  ];
};

/** Elements, attributes and events of the components' markup, as far as the data have a word for them. */
export const markupUses = ({ files }: Scripts): MarkupUse[] => {
  const uses: MarkupUse[] = [];
  for (const { source } of files) {
    const take = (node: Node, paths: readonly string[][]): void => {
      const [path] = paths.filter((each) => nodeAt(...each));
      if (path) uses.push({ path, at: whereIn(source, node) });
    };
    const visit = (node: Node): void => {
      if (
        (isJsxOpeningElement(node) || isJsxSelfClosingElement(node)) &&
        isIdentifier(node.tagName) &&
        /^[a-z]/.test(node.tagName.text)
      ) {
        const tag = node.tagName.text;
        take(node, [['html', 'elements', tag]]);
        for (const attribute of node.attributes.properties)
          if (isJsxAttribute(attribute) && isIdentifier(attribute.name))
            take(attribute, ofAttribute(tag, attribute.name.text));
      }
      node.forEachChild(visit);
    };
    visit(source);
  }
  return uses;
};
