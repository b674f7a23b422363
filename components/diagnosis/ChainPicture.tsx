import type { Chain, ChainNode, NodeState } from '../../lib/diagnosis/chain';
import { nodeLabels } from '../../lib/formats/finding-markdown';
import { type MessageKey, message } from '../../lib/i18n/message';
import { inWords } from '../../lib/text/in-words';

interface ChainPictureProps {
  chain: Chain;
  /** Leads to what is known of a link. */
  onGo(node: ChainNode): void;
}

const marks: Record<NodeState, { sign: string; name: MessageKey }> = {
  ok: { sign: '✓', name: 'nodeOk' },
  broken: { sign: '✕', name: 'nodeBroken' },
  unknown: { sign: '?', name: 'nodeUnknown' },
};

/** The way of a push from the page to the notification, and where it is broken. */
export function ChainPicture({ chain, onGo }: ChainPictureProps) {
  return (
    <ol class="chain" aria-label={message('chainLabel')}>
      {chain.nodes.map((node) => {
        const { id, state, note } = node;
        const { sign, name } = marks[state];
        const said = inWords(note);
        const isFirst = id === chain.first;
        const isWarned = state !== 'broken' && node.isWarned;
        return (
          <li
            key={id}
            class="chain-node"
            data-node={id}
            data-state={state}
            data-first={isFirst || undefined}
            data-next={id === chain.next || undefined}
          >
            <button type="button" title={said} onClick={() => onGo(node)}>
              <span class="chain-name">{message(nodeLabels[id])}</span>
              <span class="chain-value">
                <span class={`chain-mark chain-${isWarned ? 'warned' : state}`} aria-hidden="true">
                  {isWarned ? '!' : sign}
                </span>
                <span class="visually-hidden">{message(name)}.</span> {said}
              </span>
              {isFirst && <span class="chain-here">{message('chainHere')}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
