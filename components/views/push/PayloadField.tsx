import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { brokenPayloads } from '../../../lib/push/broken-payloads';
import { maxPlaintext } from '../../../lib/push/encrypt';
import { type PushDraft, switchPushView } from '../../../lib/push/push-draft';
import type { PushProblem } from '../../../lib/push/push-problem';
import type { UrlAnswer } from '../../../lib/push/url-answer';
import { ViewSwitch } from '../../ui/ViewSwitch';
import { JsonField } from '../calls/JsonField';
import type { JsonProblem } from '../calls/json-editor';
import { ProblemText } from './ProblemText';
import { PushForm } from './PushForm';

interface PayloadFieldProps {
  draft: PushDraft;
  /** Bytes of the message as it is sent; `undefined` where it is not sent as a push's data. */
  bytes: number | undefined;
  /** Whether the message is used; the server's own answer is shown otherwise, and there is nothing to edit. */
  isUsed: boolean;
  problem: PushProblem | undefined;
  /** Address of the page. */
  page: string;
  onCheckUrl(url: string): Promise<UrlAnswer>;
  onChange(change: Partial<PushDraft>): void;
}

/** What a message is made of. */
const messageParts = ['mode', 'form', 'text', 'isEmpty'] as const;

/** A push's message as fields or as JSON, its size, and messages that are broken on purpose. */
export function PayloadField(props: PayloadFieldProps) {
  const { draft, bytes, isUsed, problem, onChange } = props;
  const [exact, setExact] = useState<readonly JsonProblem[]>([]);
  const [isRefused, setIsRefused] = useState(false);
  // What was there before a message that is broken on purpose took its place.
  const [before, setBefore] = useState<PushDraft | null>(null);
  // As it was left from here.
  const own = useRef(draft);
  const { mode } = draft;
  const isTooLong = bytes !== undefined && bytes > maxPlaintext;
  const set = (change: Partial<PushDraft>) => {
    setIsRefused(false);
    // Whoever edits the message wants it to be shown.
    const isEdited = !isUsed && ('form' in change || 'text' in change);
    const next = { ...(isEdited && { isReplaced: true }), ...change };
    own.current = { ...draft, ...next };
    onChange(next);
  };
  // A message from elsewhere (a preset, the history, another mode) has taken the place of the broken one.
  useLayoutEffect(() => {
    if (messageParts.some((part) => draft[part] !== own.current[part])) setBefore(null);
    own.current = draft;
  }, [draft]);
  return (
    <>
      <fieldset class="object-field" data-input="payload" hidden={!isUsed}>
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
            {exact.slice(0, 2).map(({ said }) => (
              <p class="error-text" key={said} data-problem="json">
                {said}
              </p>
            ))}
          </>
        )}
        {isRefused && <p class="error-text">{message('pushSwitchRefused')}</p>}
        <ProblemText of="payload" problem={problem} />
        {bytes !== undefined && (
          <p class={isTooLong ? 'error-text' : 'fact-note'} data-bytes={bytes}>
            {message('pushSize', bytes, maxPlaintext)}
          </p>
        )}
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
