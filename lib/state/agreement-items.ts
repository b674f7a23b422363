import { type Agreement, agreementOf } from '../facts/agreement';
import type { PageFacts } from '../facts/page-facts';
import type { MessageKey } from '../model/message-key';
import { agreementPhrase } from '../text/agreement-phrase';
import type { StateItem } from './state-item';

const item = (name: string, label: MessageKey, agreement: Agreement): StateItem => ({
  id: `agreement.${name}`,
  label,
  state: agreement.state,
  text: '',
  note: agreementPhrase(agreement),
});

/** Whether the parts agree: lines without a value of their own, whose note says why, in the order of the parts. */
export const agreementItems = (facts: PageFacts): readonly StateItem[] => {
  const { browser, key, token, save } = agreementOf(facts);
  return [
    item('browser', 'agreeBrowser', browser),
    item('key', 'agreeKey', key),
    item('token', 'agreeToken', token),
    item('save', 'agreeSave', save),
  ];
};
