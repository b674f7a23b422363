import postcss, { type AtRule } from 'postcss';
import { nodeAt } from './compat-data';

/** A feature of CSS that a style sheet uses, by its path in the data, and the line where it stands. */
export interface StyleUse {
  path: string[];
  line: number;
}

/** The words of a value, and whether each is a function's name. */
const wordsOf = (text: string): { word: string; isFunction: boolean }[] =>
  [
    ...text.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, ' ').matchAll(/(-{0,2}[a-z][\w-]*)(\()?/gi),
  ].map(([, word = '', open]) => ({ word, isFunction: open !== undefined }));

/** Groups in which the data list functions. */
const groups = ['color', 'gradient', 'image', 'easing-function', 'filter-function', 'shape'];

const ofValue = (property: string, value: string): string[][] =>
  wordsOf(value).flatMap(({ word, isFunction }) => [
    ['css', 'properties', property, word],
    ...(isFunction
      ? [['css', 'types', word], ...groups.map((group) => ['css', 'types', group, word])]
      : []),
  ]);

const ofSelector = (selector: string): string[][] => [
  ...[...selector.matchAll(/::?([a-z-]+)/g)].map(([, name = '']) => ['css', 'selectors', name]),
  ...(selector.includes('&') ? [['css', 'selectors', 'nesting']] : []),
];

const ofAtRule = ({ name, params }: AtRule): string[][] => [
  ['css', 'at-rules', name],
  ...wordsOf(params).map(({ word }) => ['css', 'at-rules', name, word]),
  ...(name === 'media' && /[<>]/.test(params)
    ? [['css', 'at-rules', 'media', 'range_syntax']]
    : []),
];

/** What a style sheet uses, as far as the data have a word for it: properties, their words and functions, selectors, at-rules. */
export const styleUses = (text: string): StyleUse[] => {
  const uses: StyleUse[] = [];
  postcss.parse(text).walk((node) => {
    const paths =
      node.type === 'decl' && !node.prop.startsWith('--')
        ? [['css', 'properties', node.prop], ...ofValue(node.prop, node.value)]
        : node.type === 'decl'
          ? ofValue('color', node.value)
          : node.type === 'rule'
            ? ofSelector(node.selector)
            : node.type === 'atrule'
              ? ofAtRule(node)
              : [];
    const line = node.source?.start?.line ?? 0;
    uses.push(...paths.filter((path) => nodeAt(...path)).map((path) => ({ path, line })));
    // A rule in a rule needs no `&`.
    if (node.type === 'rule' && node.parent?.type === 'rule')
      uses.push({ path: ['css', 'selectors', 'nesting'], line });
  });
  return uses;
};
