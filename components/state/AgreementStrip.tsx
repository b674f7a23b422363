import { message } from '../../lib/i18n/message';
import type { StateItem } from '../../lib/state/state-item';
import { inWords } from '../../lib/text/in-words';
import { maskSecret } from '../../lib/text/mask-secret';
import { StateMark } from './StateMark';

interface AgreementStripProps {
  /** Permission, worker, subscription, token, save. */
  parts: readonly StateItem[];
  /** What stands between each two of them. */
  links: readonly StateItem[];
  /** The section that a line leads to. */
  onGo(item: StateItem): void;
}

const wrong = ['differs', 'failed'];

/** The five parts of a subscription, and whether they agree. */
export function AgreementStrip({ parts, links, onGo }: AgreementStripProps) {
  const verdicts = links.filter(({ state }) => wrong.includes(state));
  const notes = parts.filter(({ note, state }) => note && state !== 'unknown');
  return (
    <section class="agreement" aria-label={message('agreementLabel')}>
      <ol class="strip">
        {parts.map((part, index) => {
          const link = links[index - 1];
          const why = link?.note && inWords(link.note);
          const text = inWords(part.text);
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
              <button type="button" onClick={() => onGo(part)}>
                <span class="strip-name">{message(part.label)}</span>
                <span class="strip-value">
                  <StateMark state={part.state} />
                  <span class="fact-value">{part.isSecret ? maskSecret(text) : text}</span>
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
