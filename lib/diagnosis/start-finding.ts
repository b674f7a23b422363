import type { MessageKey } from '../model/message-key';
import { joinedBy, type Phrase, phrase } from '../model/phrase';
import { fact } from '../outcome/chain';
import { byEntries, type Evidence } from '../outcome/outcome';
import type { Advice, Diagnosis } from './finding';
import type { Attempt } from './start-attempt';

/** Why a script of the SDK brought no AKPush. */
export type Cause =
  | 'sdk-held-back'
  | 'sdk-policy'
  | 'sdk-by-worker'
  | 'sdk-http'
  | 'sdk-html'
  | 'sdk-empty'
  | 'sdk-mime'
  | 'sdk-integrity'
  | 'sdk-syntax'
  | 'sdk-threw'
  | 'sdk-unreachable'
  | 'sdk-tag-manager';

/** What is wrong, and by which of the causes. */
export type Found = Diagnosis & { cause: Cause };

const tagFact = ({ tag }: Attempt): Evidence =>
  fact(`<script ${tag.attribute || `type="${tag.type}"`}>`, tag.url || tag.type);

const answerFact = ({ tag, report, status }: Attempt): Evidence[] => {
  const size = tag.loaded?.size || report?.size;
  const parts = [
    status ? `HTTP ${status}` : phrase('factNoAnswer'),
    report?.mime ?? '',
    size === undefined ? '' : phrase('factCharacters', size),
    report?.redirectedTo ? `→ ${report.redirectedTo}` : '',
  ];
  return tag.loaded || report ? [fact(phrase('evidenceAnswer'), joinedBy(', ', ...parts))] : [];
};

/** The file of an address. */
export const fileOf = (url: string): string =>
  (URL.canParse(url) && new URL(url).pathname.split('/').at(-1)) || url;

/** Causes whose titles say enough without the file. */
const unnamed: readonly Cause[] = ['sdk-held-back', 'sdk-by-worker', 'sdk-tag-manager'];

/** Says it of a script, with its tag and what was answered as evidence. */
export const found = (
  attempt: Attempt,
  cause: Cause,
  find: MessageKey,
  values: (Phrase | number)[],
  advice: Advice[],
  more: Partial<Diagnosis> = {},
  words: readonly Evidence[] = [],
): Found => {
  const { tag, refusal, error } = attempt;
  return {
    cause,
    ...(tag.attribute === 'src' && !unnamed.includes(cause) && { about: fileOf(tag.url) }),
    sentence: phrase(find, ...values),
    evidence: [
      tagFact(attempt),
      ...(tag.attribute === 'src' ? answerFact(attempt) : []),
      ...byEntries(refusal?.entry, error),
      ...words,
    ],
    advice,
    ...more,
  };
};
