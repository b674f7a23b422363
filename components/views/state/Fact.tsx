import { useId, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { factHelp } from '../../../lib/state/fact-help';
import type { StateItem } from '../../../lib/state/state-item';
import { inWords } from '../../../lib/text/in-words';
import { BreakableName } from '../../ui/BreakableName';
import { UnfoldButton } from '../../ui/UnfoldButton';
import { SecretText } from './SecretText';
import { StateMark } from './StateMark';

interface FactProps {
  item: StateItem;
  isNew: boolean;
  onCopy(text: string): void;
}

/** A line: a label that explains itself when it is pressed, a value, what it means. A state is drawn only where something is to be said of it. */
export function Fact({ item, isNew, onCopy }: FactProps) {
  const [isExplained, setIsExplained] = useState(false);
  const id = useId();
  const label = message(item.label);
  const help = message(factHelp(item.label));
  return (
    <div
      class={`fact ${isNew ? 'is-new' : ''}`}
      data-fact={item.id}
      data-state={item.state}
      data-new={isNew ? '' : undefined}
    >
      <dt>
        <UnfoldButton
          action="explain"
          controls={id}
          isOpen={isExplained}
          title={help}
          onToggle={setIsExplained}
        >
          <BreakableName text={label} />
        </UnfoldButton>
      </dt>
      <dd>
        {item.state !== 'ok' && <StateMark state={item.state} />}
        {item.text === '' ? (
          <span class="fact-value none">{message('none')}</span>
        ) : (
          <SecretText
            name={label}
            text={inWords(item.text)}
            isSecret={item.isSecret ?? false}
            onCopy={onCopy}
          />
        )}
        {isNew && <span class="new-mark">{message('isNew')}</span>}
        {item.note && <p class="fact-note">{inWords(item.note)}</p>}
        <p id={id} class="fact-help" hidden={!isExplained}>
          {help}
        </p>
      </dd>
    </div>
  );
}
