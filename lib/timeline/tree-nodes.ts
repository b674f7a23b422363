import { parseJsonText } from '../akpush/json-text';
import type { Encoded } from '../model/encoded-value';
import { type ValueView, viewValue } from '../text/value-view';
import { jsonStep, type PathStep } from './json-path';

/** A line of a value's tree. */
export interface TreeNode {
  /** Unique in the tree. */
  id: string;
  path: readonly PathStep[];
  /** The key or index that leads here; for the root its label. */
  label: string;
  value: Encoded;
  view: ValueView;
  /** Counts from 1. */
  level: number;
  parent: string | undefined;
  /** `null` for a leaf. */
  isOpen: boolean | null;
  /** A string that is JSON text: shown as what it says, or as it stands. */
  jsonText: 'parsed' | 'raw' | null;
  /** Position among its siblings, from 1, and their number. */
  position: number;
  siblings: number;
}

/** A line that stands for members that are not shown yet. */
export interface MoreNode {
  id: string;
  level: number;
  parent: string;
  /** How many members are not shown. */
  more: number;
}

/** What decides how much of a tree is shown. */
export interface TreeView {
  /** Ids that are open or closed otherwise than by default. */
  toggled: ReadonlyMap<string, boolean>;
  /** Ids of strings shown as they stand, not parsed. */
  raw: ReadonlySet<string>;
  /** How many members of a node are shown, where it is not the default. */
  limits: ReadonlyMap<string, number>;
}

/** Members of a container that are shown at first, and that are added at a time. */
export const membersAtOnce = 100;

const stepId = (step: PathStep): string =>
  step === jsonStep ? '!' : typeof step === 'number' ? String(step) : JSON.stringify(step);

const parsed = new WeakMap<object, Map<string, Encoded | undefined>>();

// Parsed text must stay the same object while it is shown; `owner` keeps it no longer than the tree's root.
const parseOnce = (owner: object, text: string): Encoded | undefined => {
  const known = parsed.get(owner) ?? new Map<string, Encoded | undefined>();
  parsed.set(owner, known);
  if (!known.has(text)) known.set(text, parseJsonText(text));
  return known.get(text);
};

const isOpenAtFirst = (level: number, view: ValueView): boolean =>
  level === 1 || (level === 2 && (view.members?.length ?? 0) <= 12);

/** The lines of a value's tree that are visible now. Only these are made: a closed node costs nothing. */
export const treeNodes = (
  label: string,
  root: Encoded,
  { toggled, raw, limits }: TreeView,
): (TreeNode | MoreNode)[] => {
  const nodes: (TreeNode | MoreNode)[] = [];
  const owner = typeof root === 'object' && root !== null ? root : {};
  const visit = (
    value: Encoded,
    node: Pick<TreeNode, 'path' | 'label' | 'level' | 'parent' | 'position' | 'siblings'>,
  ): void => {
    const id = node.path.map(stepId).join('/');
    const text = typeof value === 'string' ? parseOnce(owner, value) : undefined;
    const jsonText = text === undefined ? null : raw.has(id) ? 'raw' : 'parsed';
    const view = viewValue(jsonText === 'parsed' ? (text as Encoded) : value);
    const members = view.members ?? [];
    const isOpen = members.length > 0 ? (toggled.get(id) ?? isOpenAtFirst(node.level, view)) : null;
    nodes.push({ ...node, id, value, view, isOpen, jsonText });
    if (!isOpen) return;
    const path = jsonText === 'parsed' ? [...node.path, jsonStep] : node.path;
    const limit = limits.get(id) ?? membersAtOnce;
    members.slice(0, limit).forEach(([key, member], index) => {
      visit(member, {
        path: [...path, key] as PathStep[],
        label: String(key),
        level: node.level + 1,
        parent: id,
        position: index + 1,
        siblings: members.length,
      });
    });
    if (members.length > limit) {
      nodes.push({
        id: `${id}/+`,
        level: node.level + 1,
        parent: id,
        more: members.length - limit,
      });
    }
  };
  const path = label ? [label] : [];
  visit(root, { path, label, level: 1, parent: undefined, position: 1, siblings: 1 });
  return nodes;
};
