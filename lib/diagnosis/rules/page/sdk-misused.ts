import { looksLikeSdk } from '../../../akpush/sdk-address';
import { phrase } from '../../../model/phrase';
import type { EntryWith } from '../../../model/session';
import { stackFrames } from '../../../model/stack-frames';
import { saidError } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { readError } from '../../../outcome/read-error';
import type { DiagnosisInput } from '../../diagnosis-input';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { fileOf } from '../../start-finding';
import { cutMiddle } from '../../title';
import { isSubscriptionTold } from '../../told-server';

/** The names of the SDK in what browsers say, with what the page has read of them. */
const named = /\bAKPush\b(?:\.\w{1,40})?|\b(?:init|update|suspend)Subscription\b/;

/** A file or folder may have the name as well. */
const withoutAddresses = (message: string): string => message.replace(/https?:\S+/g, '');

/** Whether it is AKPush that an error speaks of: other programs have methods of the same names. */
const speaksOfAkPush = (message: string): boolean => /\bakpush\b/i.test(withoutAddresses(message));

/** Whether the page has called more of AKPush than its constructor, or is subscribed by it. */
const isInUse = (input: DiagnosisInput): boolean =>
  input.of('call').some(({ name }) => name !== 'constructor') || isSubscriptionTold(input);

/** Where an error was thrown. */
const placeOf = ({ detail }: EntryWith<'error'>): { url: string; line: number } => {
  const [frame] = stackFrames(detail.error?.stack ?? '');
  return frame ?? { url: detail.script ?? '', line: detail.line ?? 1 };
};

/** An uncaught error of the page's own scripts about an AKPush that was there. One of a call is told as that call's. */
const misuse = (input: DiagnosisInput): EntryWith<'error'> | undefined => {
  const { of, known, page } = input;
  const sdk = known?.sdk.entry;
  if (!sdk) return undefined;
  const own = [sdk.detail.script, ...(sdk.detail.scripts ?? [])];
  const ofCalls = of('call').map(({ detail }) => readError(detail.error)?.message);
  return of('error').find((entry) => {
    const { order, detail } = entry;
    if (order < sdk.order || !['error', 'unhandledrejection'].includes(detail.source)) return false;
    const { name, message } = readError(detail.error) ?? { name: '', message: '' };
    const { url } = placeOf(entry);
    return (
      /\b(?:Type|Reference)Error\b/.test(`${name} ${message}`) &&
      named.test(withoutAddresses(message)) &&
      // Where AKPush is used well, who speaks of the method alone means something else.
      (speaksOfAkPush(message) || !isInUse(input)) &&
      !ofCalls.includes(message) &&
      // What the SDK's own script throws is no use of it; an inline one has the page's address.
      (url === page.url || !(own.includes(url) || looksLikeSdk(url)))
    );
  });
};

/** A script of the page used AKPush for what it is not or has not (no constructor, a method of another name or build), and died of that. */
export const sdkMisused: Rule = {
  id: 'sdk-misused',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkMisused',
  passed: 'passedSdkMisused',
  needs: ['sdk'],
  link: sdkGuide,
  // These tell why the page has no instance, or not the one that it means.
  unless: [
    'sdk-too-early',
    'sdk-failed',
    'browser-unknown',
    'firebase-scripts',
    'sdk-used-in-other-frame',
  ],
  find(input) {
    const error = misuse(input);
    const said = error && readError(error.detail.error);
    if (!error || !said) return null;
    const [name = ''] = named.exec(withoutAddresses(said.message)) ?? [];
    const isSure = speaksOfAkPush(said.message);
    const { url, line } = placeOf(error);
    const members = input.known?.sdk.entry?.detail.members ?? [];
    return {
      about: cutMiddle(name, 36),
      sentence: phrase('findSdkMisused', url ? `${fileOf(url)}:${line}` : phrase('none')),
      evidence: [...byEntries(error), ...saidError(said)],
      advice: [forSite('adviceSdkMisused', members.join(', ') || phrase('none'))],
      // What works besides reaches the profile all the same.
      ...((!isSure || isInUse(input)) && { severity: 'warning' as const }),
      ...(!isSure && { isGuess: true as const }),
    };
  },
};
