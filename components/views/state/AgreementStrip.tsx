import type { Chain } from '../../../lib/diagnosis/chain';
import type { NodeId } from '../../../lib/diagnosis/finding';
import { message } from '../../../lib/i18n/message';
import type { StateItem } from '../../../lib/state/state-item';
import { inWords } from '../../../lib/text/in-words';
import { maskSecret } from '../../../lib/text/mask-secret';
import { signOfFact } from '../../../lib/text/sign';
import { Sign } from '../../ui/Sign';
import { StateMark } from './StateMark';

interface AgreementStripProps {
  /** Permission, worker, subscription, token, save. */
  parts: readonly StateItem[];
  /** What stands between each two of them. */
  links: readonly StateItem[];
  /** Its signs for the same facts. */
  chain: Chain | undefined;
  /** The section that a line leads to. */
  onGo(item: StateItem): void;
}

/** The link of the chain that says the same as a part. */
const nodeOf: Readonly<Record<string, NodeId>> = {
  'strip.permission': 'permission',
  'strip.worker': 'worker',
  'strip.subscription': 'subscription',
  'strip.token': 'token',
  'strip.save': 'server',
};

const wrong = ['differs', 'failed'];

/** The five parts of a subscription, and whether they agree. */
export function AgreementStrip({ parts, links, chain, onGo }: AgreementStripProps) {
  const verdicts = links.filter(({ state }) => wrong.includes(state));
  const sign = ({ id, state }: StateItem) => {
    const node = chain?.nodes.find((each) => each.id === nodeOf[id]);
    const own = signOfFact(state);
    // What the chain knows from elsewhere is no reason for a ✓ beside “none”.
    return <Sign id={!node || (node.sign === 'ok' && own === 'not-yet') ? own : node.sign} />;
  };
  const notes = parts.filter(({ note, state }) => note && state !== 'unknown');
  return (
    <section class="agreement" aria-label={message('agreementLabel')}>
      <ol class="strip">
        {parts.map((part, index) => {
          const link = links[index - 1];
          const why = link?.note && inWords(link.note);
          const whole = inWords(part.text);
          const text = part.isSecret ? maskSecret(whole) : whole;
          return [
            link && (
              <li key={link.id} class="strip-link" data-fact={link.id} data-state={link.state}>
                <button type="button" title={why} onClick={() => onGo(link)}>
                  <StateMark state={link.state} />
                  <span class="strip-link-name">{message(link.label)}</span>
                  <span class="visually-hidden">{why}</span>
                </button>
              </li>
            ),
            <li key={part.id} class="strip-part" data-fact={part.id} data-state={part.state}>
              <button type="button" title={text} onClick={() => onGo(part)}>
                <span class="strip-name">{message(part.label)}</span>
                <span class="strip-value">
                  {sign(part)} <span class="fact-value">{text}</span>
                </span>
              </button>
            </li>,
          ];
        })}
      </ol>
      <ul class="verdicts">
        {verdicts.map(({ id, state, note }) => (
          <li key={id}>
            <StateMark state={state} /> {note && inWords(note)}
          </li>
        ))}
        {notes.map(({ id, note }) => (
          <li key={id} class="none">
            {note && inWords(note)}
          </li>
        ))}
      </ul>
    </section>
  );
}
