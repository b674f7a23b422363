import type { PushMode } from '../akpush/push-mode';
import type { MessageKey } from '../model/message-key';
import { maxPlaintext } from './encrypt';
import { type PushForm, payloadOf } from './push-form';

/** A push that a worker should survive. */
export interface BrokenPayload {
  id:
    | 'empty'
    | 'malformed'
    | 'not-json'
    | 'no-title'
    | 'no-hub-link'
    | 'longest'
    | 'too-long'
    | 'error-answer'
    | 'no-data';
  name: MessageKey;
  /** The push's text, in pull mode the server's answer; `null`: none. */
  payload: string | null;
}

/** The form's message with a body that fills it up to that many bytes. */
const filledUp = (form: PushForm, mode: PushMode, bytes: number): string => {
  const size = new TextEncoder().encode(payloadOf({ ...form, body: '' }, mode)).length;
  return payloadOf({ ...form, body: 'a'.repeat(Math.max(0, bytes - size)) }, mode);
};

/** Pushes that are wrong on purpose, made from what the form says. In pull mode they are answers of the server. */
export const brokenPayloads = (mode: PushMode, form: PushForm): readonly BrokenPayload[] => {
  const common: readonly BrokenPayload[] = [
    { id: 'empty', name: mode === 'pull' ? 'brokenEmptyAnswer' : 'brokenEmpty', payload: null },
    { id: 'malformed', name: 'brokenMalformed', payload: payloadOf(form, mode).slice(0, 40) },
    { id: 'not-json', name: 'brokenNotJson', payload: 'Just text' },
    { id: 'no-title', name: 'brokenNoTitle', payload: payloadOf({ ...form, title: '' }, mode) },
  ];
  if (mode === 'pull')
    return [
      ...common,
      {
        id: 'error-answer',
        name: 'brokenErrorAnswer',
        payload: '{"error":404,"error_text":"Not found"}',
      },
      { id: 'no-data', name: 'brokenNoData', payload: '{"error":0}' },
    ];
  return [
    ...common,
    {
      id: 'no-hub-link',
      name: 'brokenNoHubLink',
      payload: payloadOf({ ...form, ack: '', open: '' }, mode),
    },
    { id: 'longest', name: 'brokenLongest', payload: filledUp(form, mode, maxPlaintext) },
    { id: 'too-long', name: 'brokenTooLong', payload: filledUp(form, mode, maxPlaintext + 1) },
  ];
};
