import type { EntryWith, SessionPage } from '../model/session';
import { fact, saidError } from '../outcome/chain';
import { byEntries, type Evidence } from '../outcome/outcome';
import { readError } from '../outcome/read-error';
import type { DiagnosisInput } from './diagnosis-input';
import { type Advice, forSite } from './finding';

/** A script's use of an AKPush that its document does not have. */
export interface VainUse {
  /** Errors that tell of it, the first three. */
  errors: readonly EntryWith<'error'>[];
  /** No error names AKPush itself in the browser's own words. */
  isGuess: boolean;
}

/** How the errors of a document that has no AKPush show that its scripts use it; `undefined` where none does. */
export const vainUse = (errors: readonly EntryWith<'error'>[]): VainUse | undefined => {
  const about = errors.flatMap((entry) => {
    const { name, message } = readError(entry.detail.error) ?? { name: '', message: '' };
    // A refused script or request is no use of it.
    if (entry.detail.source !== 'error' && entry.detail.source !== 'unhandledrejection') return [];
    // `AKPush` was read where there is none, or in a document of another origin: an error that the page makes itself may say anything.
    const isSure =
      /\bAKPush\b/.test(message) &&
      /\b(?:Type|Reference|Security)Error\b/.test(`${name} ${message}`);
    const isAbout = isSure || /\bAKPush\b|\b(?:init|update|suspend)Subscription\b/.test(message);
    return isAbout ? [{ entry, isSure }] : [];
  });
  if (about.length === 0) return undefined;
  return {
    errors: about.slice(0, 3).map(({ entry }) => entry),
    isGuess: about.every(({ isSure }) => !isSure),
  };
};

const originOf = ({ url, embedded }: SessionPage): string =>
  embedded?.origin ?? (URL.canParse(url) ? new URL(url).origin : 'null');

/** Whether scripts of two documents can reach each other's globals. */
const isReachable = (a: SessionPage, b: SessionPage): boolean =>
  originOf(a) !== 'null' && originOf(a) === originOf(b);

/** The document that has AKPush in place of the input's: the page itself, or one of the same origin before others; `undefined` where none has. */
export const ownerOf = ({ page, others }: DiagnosisInput): SessionPage | undefined => {
  const owners = others.flatMap((other) => (other.page.sdk ? [other.page] : []));
  return (
    owners.find(({ frame }) => frame === 0) ??
    owners.find((owner) => isReachable(owner, page)) ??
    owners[0]
  );
};

/** Where a document is, for a sentence: the name of its frame and its address without its query. */
export const documentPlace = ({ url, embedded }: SessionPage): string => {
  const [address = url] = url.split(/[?#]/, 1);
  return embedded?.name ? `${embedded.name} · ${address}` : address;
};

/** What proves that a document has AKPush and another one's scripts use it: where it is, the errors, and what the browser said first. */
export const otherSdkProof = (owner: SessionPage, use: VainUse | undefined): Evidence[] => {
  const said = readError(use?.errors[0]?.detail.error);
  return [
    fact('window.AKPush', documentPlace(owner)),
    ...byEntries(...(use?.errors ?? [])),
    ...(said ? saidError(said) : []),
  ];
};

/** What to do where AKPush is in a document, and another one's scripts use it. */
export const toOneDocument = (owner: SessionPage, user: SessionPage): Advice =>
  forSite(isReachable(owner, user) ? 'adviceOneDocument' : 'adviceOneDocumentForeign');
