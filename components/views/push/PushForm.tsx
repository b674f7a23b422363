import { Fragment } from 'preact';
import { type MessageKey, message } from '../../../lib/i18n/message';
import type { PushForm as Form, PushAction } from '../../../lib/push/push-form';
import type { UrlAnswer } from '../../../lib/push/url-answer';
import { IconButton } from '../../ui/IconButton';
import { RowsField } from '../calls/RowsField';
import { UrlCheck } from './UrlCheck';

interface PushFormProps {
  form: Form;
  /** Pull mode has no `hub_link`: the server knows what it has answered. */
  hasHub: boolean;
  /** Address of the page. */
  page: string;
  onCheckUrl(url: string): Promise<UrlAnswer>;
  onForm(form: Form): void;
}

const texts: readonly (readonly [keyof Form & string, MessageKey])[] = [
  ['title', 'pushTitle'],
  ['body', 'pushBody'],
  ['icon', 'pushIcon'],
  ['image', 'pushImage'],
  ['tag', 'pushTag'],
  ['link', 'pushLink'],
];
/** Fields that hold an address which can be asked for. */
const addresses: readonly string[] = ['icon', 'image', 'link'];
const hub: typeof texts = [
  ['ack', 'pushAck'],
  ['open', 'pushOpen'],
];

/** A push's message as fields. */
export function PushForm({ form, hasHub, page, onCheckUrl, onForm }: PushFormProps) {
  const field = ([name, label]: (typeof texts)[number]) => (
    <Fragment key={name}>
      <label class="push-field">
        <span>{message(label)}</span>
        <input
          class="field"
          name={`push-${name}`}
          spellcheck={false}
          autocomplete="off"
          value={form[name] as string}
          onInput={(event) => onForm({ ...form, [name]: event.currentTarget.value })}
        />
      </label>
      {addresses.includes(name) && (
        <UrlCheck
          name={name}
          text={form[name] as string}
          isImage={name !== 'link'}
          page={page}
          onCheck={onCheckUrl}
        />
      )}
    </Fragment>
  );
  const setAction = (index: number, change: Partial<PushAction>) =>
    onForm({
      ...form,
      actions: form.actions.map((each, at) => (at === index ? { ...each, ...change } : each)),
    });
  return (
    <div class="push-form">
      {texts.map(field)}
      {hasHub && hub.map(field)}
      {hasHub && <p class="fact-note push-note">{message('pushHubHelp')}</p>}
      {form.actions.map(({ action, title }, index) => (
        <div class="field-row emit-row" key={index} data-push-action={index}>
          <input
            class="field"
            aria-label={message('actionTitleField')}
            placeholder={message('actionTitleField')}
            value={title}
            onInput={(event) => setAction(index, { title: event.currentTarget.value })}
          />
          <input
            class="field"
            aria-label={message('actionLinkField')}
            placeholder={message('actionLinkField')}
            value={action}
            onInput={(event) => setAction(index, { action: event.currentTarget.value })}
          />
          <IconButton
            icon="close"
            label={message('removeField', title)}
            onClick={() =>
              onForm({ ...form, actions: form.actions.filter((_, at) => at !== index) })
            }
          />
        </div>
      ))}
      {form.actions.length < 3 && (
        <button
          type="button"
          class="link"
          data-action="add-action"
          onClick={() => onForm({ ...form, actions: [...form.actions, { action: '', title: '' }] })}
        >
          + {message('addAction')}
        </button>
      )}
      <h4>{message('pushExtra')}</h4>
      <RowsField
        name="push-extra"
        label={message('pushExtra')}
        rows={form.extra}
        known={[]}
        problems={[]}
        onRows={(extra) => onForm({ ...form, extra })}
      />
    </div>
  );
}
