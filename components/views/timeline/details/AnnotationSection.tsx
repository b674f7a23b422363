import { useEffect, useRef } from 'preact/hooks';
import { message } from '../../../../lib/i18n/message';
import type { Annotation } from '../../../../lib/model/session';
import { Section } from './Section';

interface AnnotationSectionProps {
  remark: Annotation | undefined;
  isReadOnly: boolean;
  /** Whether somebody has just asked to write. */
  hasFocus: boolean;
  onAnnotation(remark: Annotation | null): void;
}

/** What somebody has written to an entry. */
export function AnnotationSection({
  remark,
  isReadOnly,
  hasFocus,
  onAnnotation,
}: AnnotationSectionProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (hasFocus) field.current?.focus();
  }, [hasFocus]);
  return (
    <Section title={message('note')}>
      <textarea
        ref={field}
        class="field note-field"
        name="note"
        rows={2}
        aria-label={message('note')}
        placeholder={message('notePlaceholder')}
        readOnly={isReadOnly}
        value={remark?.note ?? ''}
        onInput={(event) => {
          const { note: _, ...rest } = remark ?? {};
          const note = event.currentTarget.value;
          const next = note === '' ? rest : { ...rest, note };
          onAnnotation(Object.keys(next).length > 0 ? next : null);
        }}
        // Esc closes the details, not while somebody writes.
        onKeyDown={(event) => event.stopPropagation()}
      />
    </Section>
  );
}
