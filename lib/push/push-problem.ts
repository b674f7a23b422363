import type { Phrase } from '../model/phrase';
import type { VapidKeys } from './vapid';

/** What is wrong with a push, and in which field. */
export interface PushProblem {
  field: keyof VapidKeys | 'ttl' | 'topic' | 'payload' | 'account' | 'access-token' | 'project';
  text: Phrase;
}
