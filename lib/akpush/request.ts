import { type Encoded, textOf } from '../model/encoded-value';
import { parseJsonText } from './json-text';

/** A request's body as the server reads it. */
export interface DecodedBody {
  value: Encoded;
  /** Whether the body was JSON text and `value` is what it says. `match` and `update` inside are JSON text again. */
  isJson: boolean;
}

/** Decodes a body of a request or of its answer. */
export const decodeBody = (body: Encoded): DecodedBody => {
  const text = typeof body === 'string' ? body : undefined;
  const parsed = text === undefined ? undefined : parseJsonText(text);
  if (parsed !== undefined) return { value: parsed, isJson: true };
  return { value: body, isJson: textOf(body) === undefined && typeof body === 'object' };
};
