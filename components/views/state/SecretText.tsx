import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { maskSecret } from '../../../lib/text/mask-secret';
import { IconButton } from '../../ui/IconButton';

interface SecretTextProps {
  /** Of what it is the value: part of the buttons' names. */
  name: string;
  text: string;
  isSecret: boolean;
  onCopy(text: string): void;
}

/** A value that can be copied; a secret one is masked until it is asked for, and is in no attribute. */
export function SecretText({ name, text, isSecret, onCopy }: SecretTextProps) {
  const [isShown, setIsShown] = useState(false);
  const isMasked = isSecret && !isShown;
  return (
    <span class="value-line" data-masked={isMasked ? '' : undefined}>
      <span class={`fact-value ${isSecret ? 'is-code' : ''}`}>
        {isMasked ? maskSecret(text) : text}
      </span>
      <span class="value-buttons">
        {isSecret && (
          <IconButton
            icon={isMasked ? 'eye' : 'hidden'}
            action="reveal"
            label={message(isMasked ? 'revealNamed' : 'maskNamed', name)}
            onClick={() => setIsShown(isMasked)}
          />
        )}
        <IconButton
          icon="copy"
          action="copy"
          label={message('copyNamed', name)}
          onClick={() => onCopy(text)}
        />
      </span>
    </span>
  );
}
