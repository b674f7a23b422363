import type { ComponentChildren } from 'preact';
import { message } from '../../../lib/i18n/message';
import type { PushDraft } from '../../../lib/push/push-draft';
import type { PushProblem } from '../../../lib/push/push-problem';
import { DeliveryFields } from './DeliveryFields';
import { DraftField } from './DraftField';
import { ProblemText } from './ProblemText';

interface RealPushFieldsProps {
  draft: PushDraft;
  /** `applicationServerKey` that the subscription is bound to. */
  serverKey: string | null;
  privateKey: string;
  problem: PushProblem | undefined;
  onChange(change: Partial<PushDraft>): void;
  /** Whether the private key outlives the panel. */
  isKeyKept: boolean;
  onPrivateKey(key: string): void;
  onKeepKey(isKept: boolean): void;
  /** Whether the push service may be reached. */
  access: ComponentChildren;
}

/** What the subscription's own push service wants to know, and who sends. */
export function RealPushFields(props: RealPushFieldsProps) {
  const { draft, serverKey, privateKey, problem, onChange, onPrivateKey } = props;
  const field = { draft, onChange };
  return (
    <fieldset class="object-field">
      <legend>{message('wayReal')}</legend>
      {props.access}
      <DeliveryFields draft={draft} problem={problem} onChange={onChange} />
      {serverKey && (
        <>
          <p class="fact-note">{message('pushVapidHelp')}</p>
          <DraftField
            name="vapidPublic"
            label={message('vapidPublic')}
            placeholder={serverKey}
            {...field}
          />
          <ProblemText of="publicKey" problem={problem} />
          <label class="push-field">
            <span>{message('vapidPrivate')}</span>
            <input
              class="field"
              name="push-vapidPrivate"
              type="password"
              autocomplete="off"
              value={privateKey}
              onInput={(event) => onPrivateKey(event.currentTarget.value)}
            />
          </label>
          <ProblemText of="privateKey" problem={problem} />
          <label class="radio">
            <input
              type="checkbox"
              name="push-keep-key"
              checked={props.isKeyKept}
              onChange={(event) => props.onKeepKey(event.currentTarget.checked)}
            />
            <span>{message('pushKeepKey')}</span>
          </label>
          <DraftField name="vapidSubject" label="Subject" {...field} />
          <ProblemText of="subject" problem={problem} />
        </>
      )}
    </fieldset>
  );
}
