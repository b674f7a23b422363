import { useEffect, useRef, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import type { JsonProblem, OpenedEditor } from './json-editor';

interface JsonFieldProps {
  label: string;
  text: string;
  onText(text: string): void;
  /** What is wrong with the text, to the character; empty while the editor is being loaded. */
  onProblems(problems: readonly JsonProblem[]): void;
}

/** JSON text with an editor, which is loaded now. Until it is there, and where it cannot be loaded, a plain field does. */
export function JsonField({ label, text, onText, onProblems }: JsonFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<OpenedEditor | undefined>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const latest = useRef({ text, onText, onProblems });
  latest.current = { text, onText, onProblems };
  useEffect(() => {
    let isGone = false;
    void import('./json-editor').then(
      ({ openJsonEditor }) => {
        if (isGone || !place.current) return;
        editor.current = openJsonEditor(place.current, {
          text: latest.current.text,
          label,
          twice: (name) => message('problemTwice', name),
          onText: (next) => latest.current.onText(next),
          onProblems: (problems) => latest.current.onProblems(problems),
        });
        setIsOpen(true);
      },
      () => {},
    );
    return () => {
      isGone = true;
      editor.current?.close();
      editor.current = undefined;
    };
  }, [label]);
  useEffect(() => editor.current?.setText(text), [text]);
  return (
    <div class="json-field">
      <div ref={place} />
      {!isOpen && (
        <textarea
          class="field json-plain"
          rows={5}
          spellcheck={false}
          aria-label={label}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
