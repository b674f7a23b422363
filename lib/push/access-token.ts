import { message } from '../i18n/message';

/** Reads an access token as it is copied, also behind `Bearer`; `problem` says why it is none. */
export const readAccessToken = (text: string): { token: string } | { problem: string } => {
  const token = text.trim().replace(/^(?:Authorization:\s*)?Bearer(?:\s+|$)/i, '');
  if (/^[{[]/.test(token) || token.includes('PRIVATE KEY'))
    return { problem: message('accessTokenIsAccount') };
  if (/^AAAA[\w-]{7}:/.test(token)) return { problem: message('firebaseServerKey') };
  // What a header can carry.
  return /^[\x21-\x7e]+$/.test(token) ? { token } : { problem: message('accessTokenShape') };
};
