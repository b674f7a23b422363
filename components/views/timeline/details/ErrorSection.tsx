import { message } from '../../../../lib/i18n/message';
import type { ErrorData } from '../../../../lib/model/entry';
import { errorMessage, errorName } from '../../../../lib/model/error-text';
import { inWords } from '../../../../lib/text/in-words';
import { StackTrace } from '../../../ui/StackTrace';
import { Section } from './Section';

interface ErrorSectionProps {
  error: ErrorData;
  title?: string;
  onOpenSource(url: string, line: number, column: number): void;
}

/** An error with its stack. */
export function ErrorSection({ error, title, onOpenSource }: ErrorSectionProps) {
  const said = inWords(errorMessage(error));
  return (
    <Section title={title ?? message('error')}>
      <p class="error-text">
        <b>{errorName(error)}</b>
        {said && `: ${said}`}
      </p>
      {error.stack && <StackTrace stack={error.stack} onOpenSource={onOpenSource} />}
    </Section>
  );
}
