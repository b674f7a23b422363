import type { PushMode } from '../akpush/push-mode';
import type { MessageKey } from '../i18n/message';
import { maxPlaintext } from './encrypt';
import { payloadOf, templateForm } from './push-form';

/** A push that a worker should survive. */
export interface BrokenPayload {
  id: 'empty' | 'malformed' | 'no-hub-link' | 'not-json' | 'longest' | 'too-long';
  name: MessageKey;
  /** The push's text; `null`: a push without data. */
  payload: string | null;
}

const ofSize = (bytes: number): string => {
  const empty = JSON.stringify({ title: 'x', body: '' });
  return JSON.stringify({ title: 'x', body: 'a'.repeat(bytes - empty.length) });
};

/** Pushes that are wrong on purpose. */
export const brokenPayloads = (mode: PushMode): readonly BrokenPayload[] => [
  { id: 'empty', name: 'brokenEmpty', payload: null },
  { id: 'malformed', name: 'brokenMalformed', payload: '{"notification": {"title": "cut off' },
  { id: 'not-json', name: 'brokenNotJson', payload: 'Just text' },
  {
    id: 'no-hub-link',
    name: 'brokenNoHubLink',
    payload: payloadOf({ ...templateForm, ack: '', open: '' }, mode),
  },
  { id: 'longest', name: 'brokenLongest', payload: ofSize(maxPlaintext) },
  { id: 'too-long', name: 'brokenTooLong', payload: ofSize(maxPlaintext + 1) },
];
