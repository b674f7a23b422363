import { type ThirdChoice, thirdChoices } from '../../../lib/calls/call-draft';
import { type MessageKey, message } from '../../../lib/i18n/message';

interface ThirdFieldProps {
  choice: ThirdChoice;
  onChoice(choice: ThirdChoice): void;
}

const texts: Record<ThirdChoice, { name: string; help: MessageKey }> = {
  absent: { name: '–', help: 'thirdAbsent' },
  false: { name: 'false', help: 'thirdFalse' },
  true: { name: 'true', help: 'thirdTrue' },
  custom: { name: 'customData', help: 'thirdCustom' },
};

/** The third argument of `updateSubscription`, and what each choice does to other profiles. */
export function ThirdField({ choice, onChoice }: ThirdFieldProps) {
  return (
    <fieldset class="object-field" data-input="third">
      <legend>inexclusive | customData</legend>
      {thirdChoices.map((each) => (
        <label class="radio" key={each}>
          <input
            type="radio"
            name="third"
            value={each}
            checked={choice === each}
            onChange={() => onChoice(each)}
          />
          <span>
            <code>{texts[each].name}</code> {message(texts[each].help)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
