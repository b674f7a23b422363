import { useContext, useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import type { Encoded } from '../../lib/model/encoded-value';
import { jsonPath } from '../../lib/timeline/json-path';
import { openAll } from '../../lib/timeline/open-all';
import { membersAtOnce, type TreeNode, treeNodes } from '../../lib/timeline/tree-nodes';
import { valueText } from '../../lib/timeline/value-text';
import { ContextMenu, type MenuItem, type Point } from './ContextMenu';
import { FindTerm } from './find-term';
import { JsonNode } from './JsonNode';

interface JsonTreeProps {
  /** Name of the value: the root's key, where paths begin. */
  label: string;
  value: Encoded;
  onCopy(text: string): void;
}

/** A value as a tree. What is folded is not even computed. */
export function JsonTree({ label, value, onCopy }: JsonTreeProps) {
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [raw, setRaw] = useState<ReadonlySet<string>>(new Set());
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  const [active, setActive] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ node: TreeNode; at: Point } | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const term = useContext(FindTerm);
  const nodes = useMemo(
    () => treeNodes(label, value, { toggled, raw, limits }),
    [label, value, toggled, raw, limits],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each search, so that it can be folded again
  useEffect(() => {
    if (term !== '' && JSON.stringify(value)?.toLowerCase().includes(term))
      setToggled(openAll(label, value, { toggled, raw, limits }, nodes[0]?.id ?? ''));
  }, [term, value]);
  const current = Math.max(
    0,
    nodes.findIndex(({ id }) => id === active),
  );

  const toggle = (node: TreeNode, isRecursive: boolean) => {
    if (node.isOpen === null) return;
    const isClosing = node.isOpen && !isRecursive;
    setToggled(
      isRecursive && !node.isOpen
        ? openAll(label, value, { toggled, raw, limits }, node.id)
        : new Map(toggled).set(node.id, !isClosing && !node.isOpen),
    );
  };
  const toggleRaw = ({ id }: TreeNode) => {
    const next = new Set(raw);
    if (!next.delete(id)) next.add(id);
    setRaw(next);
  };
  const showMore = (parent: string) =>
    setLimits(new Map(limits).set(parent, (limits.get(parent) ?? membersAtOnce) + membersAtOnce));
  const activate = (index: number) => {
    const node = nodes[Math.max(0, Math.min(nodes.length - 1, index))];
    if (!node) return;
    setActive(node.id);
    const id = `${prefix}${nodes.indexOf(node)}`;
    document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
  };

  const menuItems = (node: TreeNode): MenuItem[] => [
    { label: message('copyValue'), run: () => onCopy(valueText(node)) },
    { label: message('copyPath'), run: () => onCopy(jsonPath(node.path)) },
    ...(node.isOpen === null
      ? []
      : [
          {
            label: message('expandAll'),
            run: () => setToggled(openAll(label, value, { toggled, raw, limits }, node.id)),
          },
          {
            label: message('collapse'),
            run: () => setToggled(new Map(toggled).set(node.id, false)),
          },
        ]),
    ...(node.jsonText === null
      ? []
      : [
          {
            label: message(node.jsonText === 'parsed' ? 'showText' : 'showParsed'),
            run: () => toggleRaw(node),
          },
        ]),
  ];

  const onKeyDown = (event: KeyboardEvent) => {
    const node = nodes[current];
    if (!node) return;
    const isCopy = (event.ctrlKey || event.metaKey) && event.code === 'KeyC';
    if (isCopy && 'view' in node && !getSelection()?.toString()) onCopy(valueText(node));
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === 'ArrowDown') activate(current + 1);
    else if (event.key === 'ArrowUp') activate(current - 1);
    else if (event.key === 'Home') activate(0);
    else if (event.key === 'End') activate(nodes.length - 1);
    else if (!('view' in node)) {
      if (event.key === 'ArrowLeft') activate(nodes.findIndex(({ id }) => id === node.parent));
      else if (event.key === 'Enter' || event.key === ' ') showMore(node.parent);
      else return;
    } else if (event.key === 'ArrowRight' && node.isOpen) activate(current + 1);
    else if (event.key === 'ArrowLeft' && !node.isOpen) {
      if (node.parent === undefined) return;
      activate(nodes.findIndex(({ id }) => id === node.parent));
    } else if (['ArrowRight', 'ArrowLeft', 'Enter', ' '].includes(event.key)) {
      toggle(node, event.altKey);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        ref={tree}
        class="tree"
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={`${prefix}${current}`}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          const element = (event.target as Element).closest('[role=treeitem]');
          const index = element ? Number(element.getAttribute('data-index')) : current;
          const node = nodes[index];
          if (!node || !('view' in node)) return;
          event.preventDefault();
          const box = document.getElementById(`${prefix}${index}`)?.getBoundingClientRect();
          setActive(node.id);
          setMenu({
            node,
            at:
              element || !box
                ? { x: event.clientX, y: event.clientY }
                : { x: box.left + 24, y: box.bottom },
          });
        }}
      >
        {nodes.map((node, index) =>
          'view' in node ? (
            <JsonNode
              key={node.id}
              id={`${prefix}${index}`}
              index={index}
              node={node}
              isActive={index === current}
              onActivate={() => setActive(node.id)}
              onToggle={(isRecursive) => toggle(node, isRecursive)}
              onToggleRaw={() => toggleRaw(node)}
              onCopyValue={() => onCopy(valueText(node))}
              onCopyPath={() => onCopy(jsonPath(node.path))}
            />
          ) : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus
            <div
              key={node.id}
              id={`${prefix}${index}`}
              data-index={index}
              role="treeitem"
              class={`node ${index === current ? 'is-active' : ''}`}
              aria-level={node.level}
              aria-selected={index === current}
              style={{ paddingLeft: `${(node.level - 1) * 14 + 16}px` }}
              onClick={() => showMore(node.parent)}
            >
              <span class="node-more">{plural('showMore', node.more)}</span>
            </div>
          ),
        )}
      </div>
      {menu && (
        <ContextMenu
          label={message('menuLabel')}
          items={menuItems(menu.node)}
          at={menu.at}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
