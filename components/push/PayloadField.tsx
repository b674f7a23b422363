import { useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { brokenPayloads } from '../../lib/push/broken-payloads';
import { maxPlaintext } from '../../lib/push/encrypt';
import { type PushDraft, switchPushView } from '../../lib/push/push-draft';
import type { PushProblem } from '../../lib/push/push-problem';
import type { UrlAnswer } from '../../lib/push/url-answer';
import { JsonField } from '../calls/JsonField';
import type { JsonProblem } from '../calls/json-editor';
import { ViewSwitch } from '../ViewSwitch';
import { ProblemText } from './ProblemText';
import { PushForm } from './PushForm';

interface PayloadFieldProps {
  draft: PushDraft;
  /** Bytes of the message as it is sent. */
  bytes: number;
  problem: PushProblem | undefined;
  /** Address of the page. */
  page: string;
  onCheckUrl(url: string): Promise<UrlAnswer>;
  onChange(change: Partial<PushDraft>): void;
}

/** A push's message as fields or as JSON, its size, and messages that are broken on purpose. */
export function PayloadField(props: PayloadFieldProps) {
  const { draft, bytes, problem, onChange } = props;
  const [exact, setExact] = useState<readonly JsonProblem[]>([]);
  const [isRefused, setIsRefused] = useState(false);
  // What was there before a message that is broken on purpose took its place.
  const [before, setBefore] = useState<PushDraft | null>(null);
  const { mode } = draft;
  const isTooLong = bytes > maxPlaintext;
  const set = (change: Partial<PushDraft>) => {
    setIsRefused(false);
    onChange(change);
  };
  return (
    <>
      <fieldset class="object-field" data-input="payload">
        <legend>{message(mode === 'pull' ? 'pushAnswer' : 'pushPayload')}</legend>
        <ViewSwitch
          name={message(mode === 'pull' ? 'pushAnswer' : 'pushPayload')}
          view={draft.view}
          onView={() => {
            const next = switchPushView(draft);
            if (next) set(next);
            else setIsRefused(true);
          }}
        />
        {draft.isEmpty ? (
          <p class="none">
            {message('noPayload')}{' '}
            <button type="button" class="link" onClick={() => set({ isEmpty: false })}>
              {message('pushFill')}
            </button>
          </p>
        ) : draft.view === 'form' ? (
          <PushForm
            form={draft.form}
            hasHub={mode !== 'pull'}
            page={props.page}
            onCheckUrl={props.onCheckUrl}
            onForm={(form) => set({ form })}
          />
        ) : (
          <>
            <JsonField
              label={message('pushPayload')}
              text={draft.text}
              onText={(next) => set({ text: next })}
              onProblems={setExact}
            />
            {/* Broken on purpose it may be: it is said, and sent. */}
            {exact.slice(0, 2).map(({ line, column, text: said }) => (
              <p class="error-text" key={`${line}:${column}`} data-problem="json">
                {message('problemAt', line, column, said)}
              </p>
            ))}
          </>
        )}
        {isRefused && <p class="error-text">{message('pushSwitchRefused')}</p>}
        <ProblemText of="payload" problem={problem} />
        <p class={isTooLong ? 'error-text' : 'fact-note'} data-bytes={bytes}>
          {message('pushSize', bytes, maxPlaintext)}
        </p>
      </fieldset>
      <div class="buttons">
        <span class="fact-note">{message('breakIt')}:</span>
        {brokenPayloads(mode, draft.form).map(({ id, name, payload }) => (
          <button
            key={id}
            type="button"
            class="link"
            data-break={id}
            onClick={() => {
              setBefore((held) => held ?? draft);
              set({
                // In pull mode only an answer in the server's place can be broken.
                ...(mode === 'pull' && { isReplaced: true }),
                ...(payload === null
                  ? { isEmpty: true }
                  : { isEmpty: false, text: payload, view: 'json' }),
              });
            }}
          >
            {message(name)}
          </button>
        ))}
        {before && (
          <button
            type="button"
            class="link"
            data-action="undo-break"
            onClick={() => {
              const { view, text, isEmpty, isReplaced } = before;
              setBefore(null);
              set({ view, text, isEmpty, isReplaced });
            }}
          >
            {message('undo')}
          </button>
        )}
      </div>
    </>
  );
}
