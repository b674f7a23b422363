import browser from 'webextension-polyfill';
import type { TokenFate } from '../../lib/model/token-memory';
import type { TokenAnswer, TokenQuestion } from '../../lib/protocol/token-question';

/** What is kept of a site: a token cannot be had from it. */
interface Kept {
  /** Of the salt and the token, SHA-256 in base64. */
  hash: string;
  at: number;
  /** Absent: accepted. */
  fate?: Exclude<TokenFate, 'accepted'>;
}

interface Store {
  /** Made once in each installation. */
  salt: string;
  /** By origin and scope. */
  sites: Record<string, Kept>;
}

const place = 'tokens';
/** The most sites; those that were seen longest ago are forgotten. */
const maxSites = 200;

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const read = async (): Promise<Store> => {
  const stored = (await browser.storage.local.get(place))[place] as Store | undefined;
  return stored ?? { salt: toBase64(crypto.getRandomValues(new Uint8Array(16))), sites: {} };
};

const hashOf = async (salt: string, token: string): Promise<string> => {
  const bytes = new TextEncoder().encode(`${salt} ${token}`);
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
};

const newestOf = (sites: Store['sites']): Store['sites'] =>
  Object.fromEntries(
    Object.entries(sites)
      .sort(([, a], [, b]) => a.at - b.at)
      .slice(-maxSites),
  );

const answer = async (question: TokenQuestion): Promise<TokenAnswer> => {
  const { salt, sites } = await read();
  const site = `${question.origin} ${question.scope}`;
  const { [site]: held, ...others } = sites;
  const { told, token } = question;
  let kept = held;
  if (told && told.at > (held?.at ?? 0)) {
    const hash = await hashOf(salt, told.token);
    // A request in vain about a token that the server has takes nothing away, and one that a page has again may have been told of before.
    const isKnown =
      held?.hash === hash &&
      (told.fate === 'unsent' || (told.fate === 'unsaved' && held.fate === undefined));
    if (!isKnown)
      kept = { hash, at: told.at, ...(told.fate !== 'accepted' && { fate: told.fate }) };
  }
  if (question.isForgotten || (question.isSending && kept?.fate === 'unsent')) kept = undefined;
  if (kept !== held)
    await browser.storage.local.set({
      [place]: { salt, sites: newestOf({ ...others, ...(kept && { [site]: kept }) }) },
    });
  if (!kept || token === undefined) return null;
  const isSame = (await hashOf(salt, token)) === kept.hash;
  return { token, isSame, fate: kept.fate ?? 'accepted', at: kept.at };
};

let last: Promise<unknown> = Promise.resolve();

/** Remembers what became of a token, and says what is remembered of the one that a page has now. One question at a time: each writes what it has read. */
export const askTokens = (question: TokenQuestion): Promise<TokenAnswer> => {
  const answered = last.then(() => answer(question));
  last = answered.catch(() => {});
  return answered;
};
