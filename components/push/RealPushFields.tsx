import type { ComponentChildren } from 'preact';
import { message } from '../../lib/i18n/message';
import type { PushDraft } from '../../lib/push/push-draft';
import type { VapidKeys } from '../../lib/push/vapid';

/** What is wrong with a push, and in which field. */
export interface PushProblem {
  field: keyof VapidKeys | 'ttl' | 'topic' | 'payload';
  text: string;
}

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

/** What a push service wants to know: how long, how urgent, and who sends. */
export function RealPushFields(props: RealPushFieldsProps) {
  const { draft, serverKey, privateKey, problem, onChange, onPrivateKey } = props;
  const problemOf = (field: PushProblem['field']) =>
    problem?.field === field && (
      <p class="error-text" role="alert" data-problem={field}>
        {problem.text}
      </p>
    );
  const textField = (
    name: 'ttl' | 'topic' | 'vapidPublic' | 'vapidSubject',
    label: string,
    placeholder = '',
  ) => (
    <label class="push-field">
      <span>{label}</span>
      <input
        class="field"
        name={`push-${name}`}
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        value={draft[name]}
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <fieldset class="object-field">
      <legend>{message('wayReal')}</legend>
      {props.access}
      {textField('ttl', 'TTL')}
      {problemOf('ttl')}
      <label class="push-field">
        <span>Urgency</span>
        <select
          class="field"
          name="push-urgency"
          value={draft.urgency}
          onChange={(event) => onChange({ urgency: event.currentTarget.value })}
        >
          {['', 'very-low', 'low', 'normal', 'high'].map((each) => (
            <option key={each} value={each}>
              {each || '–'}
            </option>
          ))}
        </select>
      </label>
      {textField('topic', 'Topic')}
      {problemOf('topic')}
      {serverKey && (
        <>
          <p class="fact-note">{message('pushVapidHelp')}</p>
          {textField('vapidPublic', message('vapidPublic'), serverKey)}
          {problemOf('publicKey')}
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
          {problemOf('privateKey')}
          <label class="radio">
            <input
              type="checkbox"
              name="push-keep-key"
              checked={props.isKeyKept}
              onChange={(event) => props.onKeepKey(event.currentTarget.checked)}
            />
            <span>{message('pushKeepKey')}</span>
          </label>
          {textField('vapidSubject', 'Subject')}
          {problemOf('subject')}
        </>
      )}
    </fieldset>
  );
}
