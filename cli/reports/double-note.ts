import { message } from '../../lib/i18n/message';

/** What is to be said of a page whose browser had a double of the push service. */
export const doubleNote = (): string => message('viewerDouble');
