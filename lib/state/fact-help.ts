import type { MessageKey } from '../model/message-key';

/** What a line of the State view is, for those who do not know it: the message that is named as its label is, `helpToken` of `factToken`. */
export const factHelp = (label: MessageKey): MessageKey =>
  label.replace(/^fact/, 'help') as MessageKey;
