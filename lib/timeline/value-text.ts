import { textOf } from '../model/encoded-value';
import { viewValue } from '../text/value-view';
import type { TreeNode } from './tree-nodes';

/** A value as text for the clipboard: a string as it is, everything else as JSON. */
export const valueText = ({
  value,
  view,
  jsonText,
}: Pick<TreeNode, 'value' | 'view' | 'jsonText'>): string => {
  const text = textOf(value);
  if (text !== undefined && jsonText !== 'parsed') return text;
  if (text !== undefined) return JSON.stringify(JSON.parse(text), null, 2);
  // Leaves that JSON cannot say are copied as they are shown.
  return view.members ? JSON.stringify(value, null, 2) : viewValue(value).text;
};
