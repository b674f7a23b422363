import type english from '../../public/_locales/en/messages.json';

/** A key of the message files. */
export type MessageKey = keyof typeof english;
