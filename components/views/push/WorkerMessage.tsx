import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import type { Encoded } from '../../../lib/model/encoded-value';
import { jsonProblem } from '../../../lib/model/json-problem';
import { phrase } from '../../../lib/model/phrase';
import { inWords } from '../../../lib/text/in-words';

/** A message to the worker, as JSON that somebody types. */
export function WorkerMessage({ onPost }: { onPost(data: Encoded): Promise<void> }) {
  const [text, setText] = useState('{"type":"ping"}');
  const [said, setSaid] = useState<{ isProblem: boolean; text: string } | null>(null);
  const send = async () => {
    let data: Encoded;
    try {
      data = JSON.parse(text) as Encoded;
    } catch {
      setSaid({ isProblem: true, text: inWords(jsonProblem(text) ?? phrase('problemJson')) });
      return;
    }
    try {
      await onPost(data);
      setSaid({ isProblem: false, text: message('workerMessageSent') });
    } catch (error) {
      setSaid({ isProblem: true, text: (error as Error).message });
    }
  };
  return (
    <form
      class="push-message"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label class="push-field">
        <span>{message('workerMessage')}</span>
        <input
          class="field"
          name="worker-message"
          spellcheck={false}
          aria-invalid={said?.isProblem === true}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setSaid(null);
          }}
        />
      </label>
      <button type="submit" class="button" data-action="post-message">
        {message('workerMessageSend')}
      </button>
      {said && (
        <p
          class={said.isProblem ? 'error-text' : 'fact-note'}
          role={said.isProblem ? 'alert' : 'status'}
          data-problem={said.isProblem ? 'worker-message' : undefined}
        >
          {said.text}
        </p>
      )}
    </form>
  );
}
