import { type Phrase, phrase } from '../model/phrase';

/** Reads an access token as it is copied, also behind `Bearer`; `problem` says why it is none. */
export const readAccessToken = (text: string): { token: string } | { problem: Phrase } => {
  const token = text.trim().replace(/^(?:Authorization:\s*)?Bearer(?:\s+|$)/i, '');
  if (/^[{[]/.test(token) || token.includes('PRIVATE KEY'))
    return { problem: phrase('accessTokenIsAccount') };
  if (/^AAAA[\w-]{7}:/.test(token)) return { problem: phrase('firebaseServerKey') };
  // What a header can carry.
  return /^[\x21-\x7e]+$/.test(token) ? { token } : { problem: phrase('accessTokenShape') };
};
