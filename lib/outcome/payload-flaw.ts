import { type Encoded, fieldsOf } from '../model/encoded-value';
import { type Phrase, phrase } from '../model/phrase';
import { parsedFields } from './parsed-fields';

/** Why the SDK's worker cannot read a push's text; empty: it can, or its mode reads none. */
export const payloadFlaw = (payload: Encoded | undefined): Phrase => {
  if (typeof payload !== 'string') return '';
  const read = parsedFields(payload);
  if (!read) return phrase('payloadNoJson');
  const data = typeof read.data === 'string' ? parsedFields(read.data) : fieldsOf(read.data);
  return data?.hub_link ? '' : phrase('payloadNoHubLink');
};
