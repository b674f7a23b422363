import { useId, useState } from 'preact/hooks';
import type { Chain, ChainNode } from '../../../lib/diagnosis/chain';
import type { NodeId } from '../../../lib/diagnosis/finding';
import { nodeLabels } from '../../../lib/formats/finding-markdown';
import { message } from '../../../lib/i18n/message';
import type { MessageKey } from '../../../lib/model/message-key';
import { inWords } from '../../../lib/text/in-words';
import { Sign } from '../../ui/Sign';
import { UnfoldButton } from '../../ui/UnfoldButton';

interface ChainPictureProps {
  chain: Chain;
  /** Leads to what is known of a link. */
  onGo(node: ChainNode): void;
}

/** What each link stands for. */
const abouts: Readonly<Record<NodeId, MessageKey>> = {
  page: 'aboutPage',
  sdk: 'aboutSdk',
  permission: 'aboutPermission',
  worker: 'aboutWorker',
  'push-service': 'helpService',
  subscription: 'aboutSubscription',
  token: 'aboutToken',
  server: 'aboutServer',
  push: 'aboutPush',
  notification: 'aboutNotification',
};

/**
 * The way of a push from the page to the notification, and where it is broken. Below it stands what the link under the pointer or with the
 * focus is, and what signs mean while there is none; a button tells of all, for whoever has neither.
 */
export function ChainPicture({ chain, onGo }: ChainPictureProps) {
  const [pointed, setPointed] = useState<NodeId | null>(null);
  const [focused, setFocused] = useState<NodeId | null>(null);
  const [isTold, setIsTold] = useState(false);
  const list = useId();
  const shown = pointed ?? focused;
  return (
    <div class="chain-box">
      <ol class="chain" aria-label={message('chainLabel')}>
        {chain.nodes.map((node) => {
          const { id, state, sign, note } = node;
          const isFirst = id === chain.first;
          return (
            <li
              key={id}
              class="chain-node"
              data-node={id}
              data-state={state}
              data-first={isFirst || undefined}
              data-next={id === chain.next || undefined}
            >
              <button
                type="button"
                aria-describedby={`${list}-${id}`}
                onClick={() => onGo(node)}
                onMouseEnter={() => setPointed(id)}
                onMouseLeave={() => setPointed(null)}
                onFocus={() => setFocused(id)}
                onBlur={() => setFocused(null)}
              >
                <span class="chain-name">{message(nodeLabels[id])}</span>
                <span class="chain-value">
                  <Sign id={sign} /> {inWords(note)}
                </span>
                {isFirst && <span class="chain-here">{message('chainHere')}</span>}
              </button>
            </li>
          );
        })}
      </ol>
      <div class="chain-about">
        <p class="none" data-about={shown ?? undefined}>
          {shown
            ? `${message(nodeLabels[shown])}: ${message(abouts[shown])}`
            : message('signLegend')}
        </p>
        <UnfoldButton action="explain-chain" controls={list} isOpen={isTold} onToggle={setIsTold}>
          {message('chainHelp')}
        </UnfoldButton>
      </div>
      <dl id={list} class="chain-list" hidden={!isTold}>
        {chain.nodes.map(({ id }) => (
          <div key={id}>
            <dt>{message(nodeLabels[id])}</dt>
            <dd id={`${list}-${id}`}>{message(abouts[id])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
