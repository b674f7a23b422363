import { isOfProject } from '../facts/of-project';
import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';
import { answerOf, saidBy } from '../outcome/chain';
import { byEntries } from '../outcome/outcome';
import type { DiagnosisInput } from './diagnosis-input';
import { type Diagnosis, forSite } from './finding';
import { isSavedAfter } from './saved-after';
import { acceptedSave } from './told-server';
import { whoAnswered } from './who-answered';

/** The last request of some names whose answer is of a kind; `undefined` when the last one of them is not. Those of another project of Firebase are the site's own. */
export const lastAnswered = (
  { of, known }: DiagnosisInput,
  verdict: 'refused' | 'failed',
  ...names: string[]
): EntryWith<'request'> | undefined => {
  const request = of('request', ...names).findLast(isOfProject(known?.sdk));
  return request && answerOf(request).verdict === verdict ? request : undefined;
};

/**
 * The request to Altcraft that was refused, or got no answer of its server's, by what it was to tell; `undefined` where the last of each was
 * accepted, or what was to end the subscription came before one that was saved.
 */
export const lastBroken = (
  input: DiagnosisInput,
  verdict: 'refused' | 'failed',
): EntryWith<'request'> | undefined =>
  lastAnswered(input, verdict, 'save', 'update') ??
  ['suspend', 'delete']
    .flatMap((name) => lastAnswered(input, verdict, name) ?? [])
    .find((request) => !isSavedAfter(input, request));

/** A `save` that was refused or not answered, and after which nothing was accepted. The SDK has cached the token all the same, and never sends it again by itself. */
export const unmendedSave = ({ of }: DiagnosisInput): EntryWith<'request'> | undefined => {
  const told = of('request', 'save', 'update').filter(({ status }) => status !== 'pending');
  const save = told.findLast(({ name }) => name === 'save');
  if (!save || answerOf(save).verdict === 'accepted') return undefined;
  const isMended = told.some(
    (each) => each.order > save.order && answerOf(each).verdict === 'accepted',
  );
  return isMended ? undefined : save;
};

/** What sends a refused `save` again, in builds of each generation; there is nothing that does so by itself. */
export const sendsAgain: Readonly<Record<string, MessageKey>> = {
  G3: 'adviceSaveNever',
  G4: 'adviceSaveByUpdate',
  G5: 'adviceSaveNotRepeated',
  G6: 'adviceSaveNotRepeated',
};

const titles = {
  altcraft: { refused: 'titleServerRefused', failed: 'titleServerUnreachable' },
  firebase: { refused: 'titleFirebaseRefused', failed: 'titleFirebaseUnreachable' },
} as const;

/** Requests about a subscription that was saved before. */
const changing: readonly string[] = ['update', 'suspend', 'delete'];

const isOfFirebase = ({ name }: EntryWith<'request'>): boolean =>
  ['installations', 'registrations', 'fcm/connect/subscribe'].includes(name);

/** Whether an answer is told by its HTTP status alone: a number that not everybody knows to be one. */
const isStatus = (short: Phrase): short is string =>
  typeof short === 'string' && /^\d{3}$/.test(short);

/** What is wrong with a request that the server refused or that nobody answered. */
export const brokenAnswer = (
  input: DiagnosisInput,
  request: EntryWith<'request'>,
  verdict: 'refused' | 'failed',
): Diagnosis => {
  const again = request.name === 'save' && sendsAgain[input.known?.sdk.generation ?? ''];
  const who = whoAnswered(input, request);
  const { code, short, said } = answerOf(request);
  const { refused, failed } = titles[isOfFirebase(request) ? 'firebase' : 'altcraft'];
  const title = who?.title ?? phrase(verdict === 'refused' ? refused : failed, request.name);
  return {
    title,
    ...(verdict === 'refused' && { about: isStatus(short) ? `HTTP ${short}` : short }),
    sentence:
      who?.sentence ??
      phrase(verdict === 'refused' ? 'outcomeRefused' : 'outcomeUnanswered', request.name, code),
    evidence: [...byEntries(request), ...saidBy(verdict, said), ...(who?.evidence ?? [])],
    advice: [
      ...(who?.advice ?? [forSite(verdict === 'refused' ? 'nextRefused' : 'nextUnanswered')]),
      ...(again ? [forSite(again)] : []),
    ],
    ...(who?.isGuess && { isGuess: true as const }),
    // What was to be changed of a subscription that the server has: it is pushed to as before.
    ...(changing.includes(request.name) && acceptedSave(input) && { severity: 'warning' as const }),
  };
};
