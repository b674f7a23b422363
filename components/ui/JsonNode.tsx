import { formatNumber } from '../../lib/i18n/format-number';
import { message } from '../../lib/i18n/message';
import { previewValue } from '../../lib/text/preview';
import type { TreeNode } from '../../lib/timeline/tree-nodes';
import { Icon } from './Icon';

interface JsonNodeProps {
  id: string;
  index: number;
  node: TreeNode;
  isActive: boolean;
  onActivate(): void;
  onToggle(isRecursive: boolean): void;
  onToggleRaw(): void;
  onCopyValue(): void;
  onCopyPath(): void;
}

const containerText = ({ value, view, isOpen, jsonText }: TreeNode): string => {
  const size = view.members?.length ?? 0;
  if (view.type === 'array') {
    return isOpen || jsonText ? `Array(${formatNumber(size)})` : previewValue(value, 100);
  }
  if (size === 0) return view.text ? `${view.text} {}` : '{}';
  if (isOpen) return view.text;
  return jsonText ? '{…}' : previewValue(value, 100);
};

/** A line of a value's tree. The tree has the focus and the keys. */
export function JsonNode(props: JsonNodeProps) {
  const { id, index, node, isActive, onActivate, onToggle, onToggleRaw } = props;
  const { label, view, level, isOpen, jsonText } = node;
  const text = view.members ? containerText(node) : view.text;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus
    <div
      id={id}
      data-index={index}
      role="treeitem"
      class={`node ${isActive ? 'is-active' : ''}`}
      aria-level={level}
      aria-posinset={node.position}
      aria-setsize={node.siblings}
      aria-selected={isActive}
      aria-expanded={isOpen === null ? undefined : isOpen}
      style={{ paddingLeft: `${(level - 1) * 14}px` }}
      onClick={(event) => {
        onActivate();
        // A click that ends a selection of text must not fold what was selected.
        if (!getSelection()?.toString()) onToggle(event.altKey);
      }}
    >
      <span class="twisty">
        {isOpen !== null && <Icon name={isOpen ? 'unfolded' : 'folded'} />}
      </span>
      <span class="node-text">
        <span class="node-key">{label}</span>
        {': '}
        <span class={`value value-${view.type}`}>
          {view.type === 'string' ? `"${text}"` : text}
        </span>
        {view.note && <span class="node-note"> {view.note}</span>}
        {jsonText && (
          <button
            type="button"
            tabIndex={-1}
            class="node-marker"
            aria-pressed={jsonText === 'parsed'}
            title={message(jsonText === 'parsed' ? 'showText' : 'showParsed')}
            onClick={(event) => {
              event.stopPropagation();
              onToggleRaw();
            }}
          >
            {message('jsonText')}
          </button>
        )}
      </span>
      <span class="node-actions">
        {[
          { icon: 'copy' as const, label: message('copyValue'), run: props.onCopyValue },
          { icon: 'path' as const, label: message('copyPath'), run: props.onCopyPath },
        ].map((action) => (
          <button
            key={action.icon}
            type="button"
            tabIndex={-1}
            class="icon-button"
            aria-label={`${action.label}: ${label}`}
            title={action.label}
            onClick={(event) => {
              event.stopPropagation();
              action.run();
            }}
          >
            <Icon name={action.icon} />
          </button>
        ))}
      </span>
    </div>
  );
}
