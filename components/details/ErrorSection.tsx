import { message } from '../../lib/i18n/message';
import type { ErrorData } from '../../lib/model/entry';
import { StackTrace } from '../StackTrace';
import { Section } from './Section';

interface ErrorSectionProps {
  error: ErrorData;
  title?: string;
  onOpenSource(url: string, line: number, column: number): void;
}

/** An error with its stack. */
export function ErrorSection({ error, title, onOpenSource }: ErrorSectionProps) {
  return (
    <Section title={title ?? message('error')}>
      <p class="error-text">
        <b>{error.name}</b>
        {error.message && `: ${error.message}`}
      </p>
      {error.stack && <StackTrace stack={error.stack} onOpenSource={onOpenSource} />}
    </Section>
  );
}
