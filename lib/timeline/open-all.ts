import { type TreeNode, type TreeView, treeNodes } from './tree-nodes';

/** How many lines "expand recursively" opens at most: a panel must not drown in a large value. */
const most = 500;

/** Opens a node with all that lies in it, breadth first, up to a cap. Returns what is toggled then. */
export const openAll = (
  label: string,
  root: TreeNode['value'],
  view: TreeView,
  id: string,
): Map<string, boolean> => {
  const toggled = new Map(view.toggled);
  toggled.set(id, true);
  for (;;) {
    const nodes = treeNodes(label, root, { ...view, toggled });
    const inside = nodes.filter((node) => node.id === id || node.id.startsWith(`${id}/`));
    const closed = inside.filter((node) => 'isOpen' in node && node.isOpen === false);
    if (closed.length === 0 || inside.length >= most) return toggled;
    let count = inside.length;
    for (const node of closed as TreeNode[]) {
      if (count >= most) return toggled;
      toggled.set(node.id, true);
      count += node.view.members?.length ?? 0;
    }
  }
};
