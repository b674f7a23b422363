import type { PushMode } from '../akpush/push-mode';
import { restoreInput } from '../calls/object-input';
import type { DeliveryMethod } from '../model/entry';
import { field } from '../model/json';
import { formOf, type PushAction, type PushForm, payloadOf, templateForm } from './push-form';
import { pushWayOrder } from './push-way-order';

/** A push while it is put together: fields and text, two views of one message. Both are kept, so that nothing typed is lost. */
export interface PushDraft {
  view: 'form' | 'json';
  mode: PushMode;
  form: PushForm;
  text: string;
  /** A push without data. */
  isEmpty: boolean;
  way: DeliveryMethod | null;
  /** Pull mode: the panel answers `content/get` in the server's place. */
  isReplaced: boolean;
  isDry: boolean;
  ttl: string;
  urgency: string;
  topic: string;
  vapidPublic: string;
  vapidSubject: string;
  /** Firebase's project; empty: the one that is known. */
  project: string;
  /** By Firebase: without `notification`. */
  isDataOnly: boolean;
}

/** A new draft for a push mode; `body` is the sample's text in the reader's language. */
export const newPushDraft = (mode: PushMode, body: string = templateForm.body): PushDraft => ({
  view: 'form',
  mode,
  form: { ...templateForm, body },
  text: payloadOf({ ...templateForm, body }, mode),
  isEmpty: false,
  way: null,
  isReplaced: false,
  isDry: false,
  ttl: '60',
  urgency: '',
  topic: '',
  vapidPublic: '',
  vapidSubject: 'mailto:test@example.com',
  project: '',
  isDataOnly: false,
});

/** The message's text; `null` for a push without data. */
export const draftText = (draft: PushDraft): string | null =>
  draft.isEmpty ? null : draft.view === 'form' ? payloadOf(draft.form, draft.mode) : draft.text;

/** The same message in the other view; `undefined` when the form cannot show all of it. */
export const switchPushView = (draft: PushDraft): PushDraft | undefined => {
  if (draft.view === 'form')
    return { ...draft, view: 'json', text: payloadOf(draft.form, draft.mode) };
  const form = formOf(draft.text, draft.mode);
  return form && { ...draft, view: 'form', form };
};

/** The same fields for another push mode. JSON text stays as it is. */
export const withMode = (draft: PushDraft, mode: PushMode): PushDraft => ({
  ...draft,
  mode,
  ...(draft.view === 'form' && { text: payloadOf(draft.form, mode) }),
});

const modes: readonly PushMode[] = ['firebase', 'safari', 'pull'];

/** Restores a draft from storage; what is missing or of another shape is as in a new one. Private keys are never stored. */
export const restorePushDraft = (saved: unknown): PushDraft => {
  const mode = modes.find((each) => each === field(saved, 'mode')) ?? 'firebase';
  const plain = newPushDraft(mode);
  const textIn = (of: unknown, name: string, otherwise: string): string => {
    const value = field(of, name);
    return typeof value === 'string' ? value : otherwise;
  };
  const held = field(saved, 'form');
  const actions = field(held, 'actions');
  const names = ['title', 'body', 'icon', 'image', 'tag', 'link', 'ack', 'open'] as const;
  const texts = Object.fromEntries(
    names.map((name) => [name, textIn(held, name, templateForm[name])]),
  ) as Record<(typeof names)[number], string>;
  return {
    ...plain,
    view: field(saved, 'view') === 'json' ? 'json' : 'form',
    form: {
      ...texts,
      actions: (Array.isArray(actions) ? actions : []).slice(0, 10).map(
        (each): PushAction => ({
          action: textIn(each, 'action', ''),
          title: textIn(each, 'title', ''),
        }),
      ),
      extra: restoreInput({ rows: field(held, 'extra') }).rows,
    },
    text: textIn(saved, 'text', plain.text),
    isEmpty: field(saved, 'isEmpty') === true,
    way: pushWayOrder.find((each) => each === field(saved, 'way')) ?? null,
    isReplaced: field(saved, 'isReplaced') === true,
    isDry: field(saved, 'isDry') === true,
    ttl: textIn(saved, 'ttl', plain.ttl),
    urgency: textIn(saved, 'urgency', ''),
    topic: textIn(saved, 'topic', ''),
    vapidPublic: textIn(saved, 'vapidPublic', ''),
    vapidSubject: textIn(saved, 'vapidSubject', plain.vapidSubject),
    project: textIn(saved, 'project', ''),
    isDataOnly: field(saved, 'isDataOnly') === true,
  };
};
