import { useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { maskSecret } from '../../lib/text/mask-secret';
import { IconButton } from '../IconButton';

interface SecretTextProps {
  text: string;
  isSecret: boolean;
  onCopy(text: string): void;
}

/** A value that can be copied; a secret one is masked until it is asked for, and is in no attribute. */
export function SecretText({ text, isSecret, onCopy }: SecretTextProps) {
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
            label={message(isMasked ? 'reveal' : 'maskAgain')}
            onClick={() => setIsShown(isMasked)}
          />
        )}
        <IconButton
          icon="copy"
          action="copy"
          label={message('copyValue')}
          onClick={() => onCopy(text)}
        />
      </span>
    </span>
  );
}
