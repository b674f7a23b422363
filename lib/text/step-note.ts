import { message } from '../i18n/message';
import type { Details } from '../model/entry';

/** What a step of a worker means, where its name does not say it; empty: it does. Files of before have it as the step's result. */
export const stepNote = (name: string, { result }: Details['worker-step']): string =>
  name === 'gone' && result === undefined ? message('liveGone') : '';
